package vn.ansinh.core.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import vn.ansinh.api.problem.Problem;
import vn.ansinh.core.program.Artifact.Part;

/**
 * Whether what a file needs is there, found out by reading alone: the framework learns nothing of the file. What it needs of
 * the core is a range of versions for each package of the API; what the core has is what its bundles export.
 */
final class Compatibility {

    private static final String PACKAGE = "osgi.wiring.package";
    private static final String BUNDLE = "osgi.wiring.bundle";
    private static final String API = "vn.ansinh.api";
    private static final String KIT = "vn.ansinh.ui.kit";

    private final Supplier<Collection<BundleCapability>> present;
    private final Predicate<String> hasFeature;

    /** @param hasFeature whether a feature of Karaf is installed */
    Compatibility(BundleContext context, Predicate<String> hasFeature) {
        this(() -> capabilities(context), hasFeature);
    }

    Compatibility(Supplier<Collection<BundleCapability>> present, Predicate<String> hasFeature) {
        this.present = present;
        this.hasFeature = hasFeature;
    }

    /** @throws Problem INVALID when something is missing, and says what */
    void check(Artifact artifact) {
        List<String> features = artifact.needsFeatures().stream()
                .filter(hasFeature.negate())
                .map(feature -> "feature " + feature)
                .toList();
        if (!features.isEmpty()) {
            throw missing(features);
        }
        Collection<BundleCapability> there = present.get();
        Map<String, VersionRange> wrongApi = new LinkedHashMap<>();
        Set<String> missing = new LinkedHashSet<>();
        for (Part part : artifact.parts()) {
            for (Header.Clause clause : Header.clauses(part.header("Import-Package"))) {
                checkPackages(clause, artifact, there, wrongApi, missing);
            }
            for (Header.Clause clause : Header.clauses(part.header("Require-Bundle"))) {
                clause.names().stream()
                        .filter(name -> isNeeded(clause))
                        .filter(name -> !provided(
                                there, BUNDLE, filter(BUNDLE, name, range(clause, "bundle-version"), "bundle-version")))
                        .map(name -> "gói " + name)
                        .forEach(missing::add);
            }
            for (Header.Clause clause : Header.clauses(part.header("Require-Capability"))) {
                checkCapability(clause, there, missing);
            }
        }
        if (!wrongApi.isEmpty()) {
            throw wrongApi(wrongApi, core(there));
        }
        if (!missing.isEmpty()) {
            throw missing(missing);
        }
    }

    private static Problem wrongApi(Map<String, VersionRange> wanted, String core) {
        String range = wanted.values().stream()
                .filter(Objects::nonNull)
                .map(Compatibility::told)
                .findFirst()
                .orElse("khác");
        return Problem.invalid(
                "AS-PLUGIN-API",
                "Bản này được làm cho phần lõi " + range + ", còn phần lõi đang chạy là bản " + core + " ("
                        + first(wanted.keySet())
                        + "). Không có gì thay đổi. Hãy lấy bản phù hợp, hoặc nâng cấp phần lõi"
                        + " trước.");
    }

    static Problem missing(Collection<String> what) {
        return Problem.invalid(
                "AS-PLUGIN-REQUIRES",
                "Thiếu thành phần mà tệp này cần: " + first(what)
                        + ". Không có gì thay đổi. Hãy cài thành phần đó trước rồi cài lại.");
    }

    private static String first(Collection<String> what) {
        String told = String.join(", ", what.stream().limit(5).toList());
        return what.size() > 5 ? told + " và " + (what.size() - 5) + " thành phần khác" : told;
    }

    private static void checkPackages(
            Header.Clause clause,
            Artifact artifact,
            Collection<BundleCapability> there,
            Map<String, VersionRange> wrongApi,
            Set<String> missing) {
        if (!isNeeded(clause)) {
            return;
        }
        VersionRange range = range(clause, "version");
        for (String name : clause.names()) {
            if (provided(there, PACKAGE, filter(PACKAGE, name, range, "version")) || carries(artifact, name)) {
                continue;
            }
            if (isApi(name)) {
                wrongApi.put(name, range);
            } else {
                missing.add(name + (range == null ? "" : " " + range));
            }
        }
    }

    private static void checkCapability(Header.Clause clause, Collection<BundleCapability> there, Set<String> missing) {
        String filter = clause.directive("filter", null);
        if (!isNeeded(clause) || !clause.directive("effective", "resolve").equals("resolve")) {
            return;
        }
        for (String namespace : clause.names()) {
            if (!provided(there, namespace, filter)) {
                missing.add(namespace + (filter == null ? "" : " " + filter));
            }
        }
    }

    private static boolean isNeeded(Header.Clause clause) {
        return !clause.directive("resolution", "mandatory").equals("optional");
    }

    private static boolean isApi(String name) {
        return Stream.of(API, KIT).anyMatch(own -> name.equals(own) || name.startsWith(own + "."));
    }

    private static boolean carries(Artifact artifact, String name) {
        return artifact.parts().stream()
                .flatMap(part -> Header.clauses(part.header("Export-Package")).stream())
                .anyMatch(exported -> exported.names().contains(name));
    }

    /** The versions of the core's API that a file was made for; {@code null} when it needs none. */
    static VersionRange range(Artifact artifact) {
        return artifact.parts().stream()
                .map(part -> range(part.header("Import-Package")))
                .filter(Objects::nonNull)
                .reduce(VersionRange::intersection)
                .orElse(null);
    }

    /** As above, of one bundle. @param imports its header, may be {@code null} */
    static VersionRange range(String imports) {
        VersionRange all = null;
        for (Header.Clause clause : Header.clauses(imports)) {
            VersionRange range = range(clause, "version");
            if (range != null && clause.names().stream().anyMatch(Compatibility::isApi)) {
                all = all == null ? range : all.intersection(range);
            }
        }
        return all;
    }

    /** A range as people read it. */
    static String told(VersionRange range) {
        if (range == null) {
            return "";
        }
        String from = "từ " + shortly(range.getLeft());
        return range.getRight() == null ? from : from + " đến trước " + shortly(range.getRight());
    }

    private static String shortly(Version version) {
        return version.toString().replaceFirst("(\\.0)+$", "").replaceFirst("^(\\d+)$", "$1.0");
    }

    private static VersionRange range(Header.Clause clause, String attribute) {
        String text = clause.attributes().get(attribute);
        return text == null ? null : new VersionRange(text);
    }

    private static String filter(String namespace, String name, VersionRange range, String attribute) {
        String named = "(" + namespace + "=" + name + ")";
        return range == null ? named : "(&" + named + range.toFilterString(attribute) + ")";
    }

    private static boolean provided(Collection<BundleCapability> there, String namespace, String filter) {
        try {
            Filter wanted = filter == null ? null : FrameworkUtil.createFilter(filter);
            return there.stream()
                    .filter(capability -> capability.getNamespace().equals(namespace))
                    .anyMatch(capability -> wanted == null || wanted.matches(capability.getAttributes()));
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String core(Collection<BundleCapability> there) {
        return there.stream()
                .filter(capability -> capability.getNamespace().equals(PACKAGE))
                .map(BundleCapability::getAttributes)
                .filter(attributes -> isApi(String.valueOf(attributes.get(PACKAGE))))
                .map(attributes -> String.valueOf(attributes.get("version")))
                .findFirst()
                .orElse("?");
    }

    private static Collection<BundleCapability> capabilities(BundleContext context) {
        List<BundleCapability> all = new ArrayList<>();
        Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() != Bundle.INSTALLED && bundle.getState() != Bundle.UNINSTALLED)
                .map(bundle -> bundle.adapt(BundleRevision.class))
                .forEach(revision -> all.addAll(revision.getDeclaredCapabilities(null)));
        return all;
    }
}
