package dev.tenure.benchmarks.connid;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.identityconnectors.common.security.GuardedString;
import org.identityconnectors.framework.api.APIConfiguration;
import org.identityconnectors.framework.api.ConnectorFacade;
import org.identityconnectors.framework.api.ConnectorFacadeFactory;
import org.identityconnectors.framework.api.ConnectorInfoManagerFactory;
import org.identityconnectors.framework.common.objects.Attribute;
import org.identityconnectors.framework.common.objects.AttributeBuilder;
import org.identityconnectors.framework.common.objects.ConnectorObject;
import org.identityconnectors.framework.common.objects.ObjectClass;
import org.identityconnectors.framework.common.objects.OperationOptionsBuilder;
import org.identityconnectors.framework.common.objects.Uid;

/**
 * A bundle of ConnId, loaded from its jar with class loaders of its own and used through the facade, as a host does. The
 * build copies the jars to {@code target/bundles}.
 */
public final class ConnIdBundle {

    private static final Path FOLDER = Path.of("target", "bundles");

    static {
        // ConnId's Log.LOGSPI_PROP, whose class must not be touched before.
        System.setProperty("org.identityconnectors.common.logging.class", Quiet.class.getName());
    }

    private final ConnectorFacade facade;

    private ConnIdBundle(ConnectorFacade facade) {
        this.facade = facade;
    }

    /**
     * Opens a bundle.
     *
     * @param name the beginning of its jar's name
     * @param settings its configuration, by property
     * @return the bundle
     * @throws IOException if there is no such jar
     */
    public static ConnIdBundle open(String name, Map<String, ?> settings) throws IOException {
        APIConfiguration configuration = ConnectorInfoManagerFactory.getInstance()
                .getLocalManager(jar(name).toUri().toURL())
                .getConnectorInfos()
                .get(0)
                .createDefaultAPIConfiguration();
        settings.forEach(
                (property, value) -> configuration.getConfigurationProperties().setPropertyValue(property, value));
        return new ConnIdBundle(ConnectorFacadeFactory.getInstance().newInstance(configuration));
    }

    /**
     * Makes a secret, as some settings are.
     *
     * @param text the secret
     * @return the setting
     */
    public static Object secret(String text) {
        return new GuardedString(text.toCharArray());
    }

    private static Path jar(String name) throws IOException {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(FOLDER, name + "-*.jar")) {
            for (Path jar : jars) {
                return jar;
            }
        }
        throw new IOException("There is no " + name + "-*.jar in " + FOLDER.toAbsolutePath()
                + "; run Maven's phase generate-resources in benchmarks");
    }

    /**
     * Makes an account.
     *
     * @param attributes its attributes
     * @return its id
     */
    public String create(Map<String, String> attributes) {
        return facade.create(ObjectClass.ACCOUNT, set(attributes), new OperationOptionsBuilder().build())
                .getUidValue();
    }

    /**
     * Changes an account.
     *
     * @param id its id
     * @param attributes what is to be different
     */
    public void update(String id, Map<String, String> attributes) {
        facade.update(ObjectClass.ACCOUNT, new Uid(id), set(attributes), new OperationOptionsBuilder().build());
    }

    /**
     * Reads an account.
     *
     * @param id its id
     * @return whether it is there
     */
    public boolean read(String id) {
        Optional<ConnectorObject> found = Optional.ofNullable(
                facade.getObject(ObjectClass.ACCOUNT, new Uid(id), new OperationOptionsBuilder().build()));
        return found.isPresent();
    }

    private static Set<Attribute> set(Map<String, String> attributes) {
        Set<Attribute> set = new HashSet<>();
        attributes.forEach((name, value) -> set.add(AttributeBuilder.build(name, value)));
        return set;
    }
}
