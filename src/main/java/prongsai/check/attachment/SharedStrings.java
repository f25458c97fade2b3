package prongsai.check.attachment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamReader;

/** The table of texts of a workbook, which its cells refer to by number. */
final class SharedStrings implements Xml.Handler {

    private final List<String> strings = new ArrayList<>();
    private final BitSet used = new BitSet();
    private final StringBuilder text = new StringBuilder();
    private boolean isText;

    @Override
    public void start(String name, XMLStreamReader xml) {
        isText = name.equals("t");
        if (name.equals("si")) {
            text.setLength(0);
        }
    }

    @Override
    public void text(String characters) {
        if (isText) {
            text.append(characters);
        }
    }

    @Override
    public void end(String name) {
        isText = false;
        if (name.equals("si")) {
            strings.add(text.toString());
        }
    }

    /** The text that a cell shows; empty for a number that the table does not have. */
    Optional<String> get(String index) {
        if (!index.matches("[0-9]{1,9}") || Integer.parseInt(index) >= strings.size()) {
            return Optional.empty();
        }
        used.set(Integer.parseInt(index));
        return Optional.of(strings.get(Integer.parseInt(index)));
    }

    /** Gives what no cell shows, such as the text of a cell that a careless program has deleted. */
    void giveUnused(Reading reading, Place place) {
        Flow flow = new Flow(reading, place);
        for (int i = used.nextClearBit(0); i < strings.size(); i = used.nextClearBit(i + 1)) {
            flow.line(strings.get(i));
        }
        flow.give();
    }
}
