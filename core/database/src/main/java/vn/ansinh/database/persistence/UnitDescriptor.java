package vn.ansinh.database.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * One persistence unit as {@code persistence.xml} describes it.
 *
 * @param name the unit's name
 * @param classes the entity classes, all listed by name
 * @param properties what the unit sets for itself
 */
public record UnitDescriptor(String name, List<String> classes, Map<String, String> properties) {

    /**
     * Reads all units of a descriptor.
     *
     * @param url where the descriptor lies
     * @throws IOException if it cannot be read or is not well-formed
     */
    public static List<UnitDescriptor> read(URL url) throws IOException {
        try (InputStream in = url.openStream()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(in);
            List<UnitDescriptor> units = new ArrayList<>();
            for (Element unit : elements(document.getDocumentElement(), "persistence-unit")) {
                units.add(read(unit));
            }
            return units;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(url + ": " + e.getMessage(), e);
        }
    }

    private static UnitDescriptor read(Element unit) {
        List<String> classes = elements(unit, "class").stream()
                .map(element -> element.getTextContent().trim())
                .toList();
        Map<String, String> properties = new LinkedHashMap<>();
        for (Element property : elements(unit, "property")) {
            properties.put(property.getAttribute("name"), property.getAttribute("value"));
        }
        return new UnitDescriptor(unit.getAttribute("name"), classes, properties);
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
