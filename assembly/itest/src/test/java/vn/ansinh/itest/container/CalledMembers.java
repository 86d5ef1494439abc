package vn.ansinh.itest.container;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a class file refers to, read from its constant pool (JVMS 4.4). */
record CalledMembers(Set<String> classes, Set<String> members) {

    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;
    private static final int HANDLE = 15;

    /** @return names of classes with dots, members as {@code class#name} */
    static CalledMembers of(URL classFile) throws IOException {
        Map<Integer, String> texts = new HashMap<>();
        Map<Integer, int[]> pairs = new HashMap<>();
        Map<Integer, Integer> classNames = new HashMap<>();
        Set<Integer> references = new HashSet<>();
        try (InputStream stream = classFile.openStream();
                DataInputStream in = new DataInputStream(stream)) {
            in.readLong();
            int size = in.readUnsignedShort();
            for (int i = 1; i < size; i++) {
                int tag = in.readUnsignedByte();
                if (tag == UTF8) {
                    texts.put(i, in.readUTF());
                } else if (tag == LONG || tag == DOUBLE) {
                    in.readLong();
                    i++; // takes two places
                } else if (tag == HANDLE) {
                    in.skipBytes(3);
                } else if (tag == 3 || tag == 4 || tag >= FIELD && tag <= NAME_AND_TYPE || tag == 17 || tag == 18) {
                    pairs.put(i, new int[] {in.readUnsignedShort(), in.readUnsignedShort()});
                    if (tag >= FIELD && tag <= INTERFACE_METHOD) {
                        references.add(i);
                    }
                } else {
                    int name = in.readUnsignedShort();
                    if (tag == CLASS) {
                        classNames.put(i, name);
                    }
                }
            }
        }
        Set<String> classes = new HashSet<>();
        classNames.values().forEach(name -> classes.add(texts.get(name).replace('/', '.')));
        Set<String> members = new HashSet<>();
        for (int reference : references) {
            int[] pair = pairs.get(reference);
            String owner = texts.get(classNames.get(pair[0])).replace('/', '.');
            members.add(owner + "#" + texts.get(pairs.get(pair[1])[0]));
        }
        return new CalledMembers(classes, members);
    }
}
