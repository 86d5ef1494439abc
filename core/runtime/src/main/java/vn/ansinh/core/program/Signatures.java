package vn.ansinh.core.program;

import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.Manifest;
import vn.ansinh.api.problem.Problem;

/**
 * Who signed the entries of a file; filled while they are read to their ends. A file counts as signed by those who signed
 * every one of them, none added and none taken out since.
 */
final class Signatures {

    private final Manifest manifest;
    private Set<X509Certificate> everything;
    private boolean somethingSigned;
    private boolean somethingUnsigned;

    Signatures(Manifest manifest) {
        this.manifest = manifest;
    }

    /** @param entry read to its end */
    void read(JarEntry entry) {
        if (entry.isDirectory() || isOfSignature(entry.getName())) {
            return;
        }
        Set<X509Certificate> signers = new LinkedHashSet<>();
        CodeSigner[] found = entry.getCodeSigners();
        if (found != null) {
            Arrays.stream(found)
                    .map(signer -> signer.getSignerCertPath().getCertificates().get(0))
                    .map(X509Certificate.class::cast)
                    .forEach(signers::add);
        }
        if (signers.isEmpty()) {
            somethingUnsigned = true;
        } else {
            somethingSigned = true;
        }
        if (everything == null) {
            everything = signers;
        } else {
            everything.retainAll(signers);
        }
    }

    /** @param names of all entries; @throws Problem when a signed entry was taken out, or others were added */
    void complete(Set<String> names) {
        if (!somethingSigned) {
            return;
        }
        Set<String> missing = new HashSet<>(manifest.getEntries().keySet());
        missing.removeAll(names);
        if (somethingUnsigned || !missing.isEmpty()) {
            throw ArtifactReader.corrupt("nội dung đã bị thêm hoặc bớt sau khi ký", null);
        }
    }

    /**
     * Who signed the file, for people.
     *
     * @return {@code null} when nobody did whom the province trusts, and {@code unsignedToo}
     */
    String signer(TrustedKeys keys, boolean unsignedToo) {
        Set<X509Certificate> signers = everything == null ? Set.of() : everything;
        String trusted = signers.stream()
                .filter(keys::trusts)
                .findFirst()
                .map(TrustedKeys::name)
                .orElse(null);
        if (trusted != null || unsignedToo) {
            return trusted;
        }
        if (!somethingSigned) {
            throw Problem.forbidden(
                    "AS-PLUGIN-UNSIGNED",
                    "Tệp không có chữ ký nên không được nhận. Không có gì thay đổi. Hãy lấy bản có chữ ký từ nơi phát"
                            + " hành. Quản trị máy chủ cài được từ dòng lệnh với --unsigned; bản ấy bị đánh dấu.");
        }
        throw Problem.forbidden(
                "AS-PLUGIN-UNTRUSTED",
                "Tệp được ký bởi “"
                        + signers.stream().findFirst().map(TrustedKeys::name).orElse("nhiều bên") + "”,"
                        + " không nằm trong danh sách khóa được tỉnh tin cậy hoặc chứng thư đã hết hạn. Không có gì thay"
                        + " đổi. Quản trị máy chủ thêm khóa bằng lệnh ansinh:plugin-trust.");
    }

    private static boolean isOfSignature(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        if (!upper.startsWith("META-INF/") || upper.indexOf('/', 9) >= 0) {
            return false;
        }
        return upper.equals("META-INF/MANIFEST.MF") || upper.matches("META-INF/(SIG-.*|.*\\.(SF|RSA|DSA|EC))");
    }
}
