package vn.ansinh.core.program;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys whose owners may bring programs: certificates in {@code etc/trusted/*.pem}. They lie in files, not in the
 * database, so that who can write the database cannot bring code. Read anew each time: a key taken away counts at once.
 */
public final class TrustedKeys {

    private static final Logger LOG = LoggerFactory.getLogger(TrustedKeys.class);

    private final Path directory;

    /** The directory of the running container. */
    public static TrustedKeys ofContainer() {
        return new TrustedKeys(Path.of(System.getProperty("karaf.etc", "etc"), "trusted"));
    }

    TrustedKeys(Path directory) {
        this.directory = directory;
    }

    /** The certificates; files that cannot be read are left out and told in the log. */
    public List<X509Certificate> all() {
        List<X509Certificate> keys = new ArrayList<>();
        if (!Files.isDirectory(directory)) {
            return keys;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.pem")) {
            for (Path file : files) {
                try {
                    keys.add(read(file));
                } catch (CertificateException e) {
                    LOG.error("{} is no certificate and is left out: {}", file, e.getMessage());
                }
            }
        } catch (IOException e) {
            LOG.error("The trusted keys in {} cannot be read; nothing is trusted", directory, e);
            return List.of();
        }
        return keys;
    }

    /** Whether who holds the key of a certificate may bring programs today. */
    boolean trusts(X509Certificate signer) {
        Date now = new Date();
        return !now.before(signer.getNotBefore()) && !now.after(signer.getNotAfter()) && all().contains(signer);
    }

    /** Trusts a certificate from now on. @return it @throws IOException when it cannot be read or kept */
    public X509Certificate add(Path file) throws IOException {
        try {
            X509Certificate certificate = read(file);
            Files.createDirectories(directory);
            Files.copy(
                    file,
                    directory.resolve(certificate.getSerialNumber().toString(16) + ".pem"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return certificate;
        } catch (CertificateException e) {
            throw new IOException("Tệp không phải chứng thư X.509 dạng PEM: " + file, e);
        }
    }

    private static X509Certificate read(Path file) throws IOException, CertificateException {
        try (InputStream in = Files.newInputStream(file)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    /** The common name of who holds a certificate. */
    public static String name(X509Certificate certificate) {
        String subject = certificate.getSubjectX500Principal().getName();
        try {
            return new LdapName(subject)
                    .getRdns().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase("CN"))
                            .map(Rdn::getValue)
                            .map(Object::toString)
                            .findFirst()
                            .orElse(subject);
        } catch (InvalidNameException e) {
            return subject;
        }
    }
}
