package prongsai.bench;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import prongsai.bench.Words.Phrase;

/** Writes the Markdown of one record, and counts its words. */
final class NoticeBody {

    private static final String TABLE_HEAD = """
            | ลำดับ | รายการ | งบประมาณ (บาท) | เบิกจ่าย (บาท) | คงเหลือ (บาท) | วิธีจัดหา |
            |------:|:-------|------:|------:|------:|:------:|
            """;

    private final DecimalFormat money = new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT));
    private final Words lists;
    private final Dice dice;
    private final Supplier<String> link;
    private final int year;
    private final String unit;
    private int words;

    NoticeBody(Words lists, Dice dice, Supplier<String> link, int year, String unit) {
        this.lists = lists;
        this.dice = dice;
        this.link = link;
        this.year = year;
        this.unit = unit;
    }

    int words() {
        return words;
    }

    /** A whole body of at least so many words. */
    String write(int atLeast) {
        words = 0;
        Deque<String> headings = new ArrayDeque<>(dice.shuffled(lists.headings()));
        List<String> blocks = new ArrayList<>();
        boolean footnote = dice.percent(30);
        blocks.add(paragraph(2) + (footnote ? " ตามมติที่ประชุม[^1]" : ""));
        blocks.add("## " + headings.pop());
        blocks.add(table());
        for (int section = 0; words < atLeast; section++) {
            if (!headings.isEmpty()) {
                blocks.add((section % 3 == 1 ? "### " : "## ") + headings.pop());
            }
            blocks.add(section(section % 4));
        }
        blocks.add("## เอกสารอ้างอิง");
        blocks.add(lines(dice.between(2, 4), n -> "- " + link.get()));
        if (footnote) {
            blocks.add("[^1]: มติที่ประชุมครั้งที่ " + dice.between(1, 12) + "/" + year + " ของ" + unit);
        }
        return String.join("\n\n", blocks) + "\n";
    }

    String sentence() {
        return phrase(lists.subjects()) + phrase(lists.verbs()) + phrase(lists.objects()) + " "
                + phrase(lists.purposes());
    }

    private String phrase(List<Phrase> list) {
        Phrase phrase = dice.one(list);
        words += phrase.words();
        return phrase.text().strip();
    }

    private String section(int shape) {
        return switch (shape) {
            case 0 -> nestedList();
            case 1 -> paragraph(dice.between(2, 3));
            case 2 -> "> " + sentence() + "\n> " + sentence();
            default ->
                lines(dice.between(3, 4), n -> n + ". " + phrase(lists.objects()) + phrase(lists.purposes())) + "\n\n"
                        + paragraph(1);
        };
    }

    private String paragraph(int sentences) {
        return IntStream.range(0, sentences)
                .mapToObj(n -> sentence() + emphasis())
                .collect(Collectors.joining(" "));
    }

    private String emphasis() {
        int chance = dice.below(100);
        if (chance < 20) {
            return " ในพื้นที่ **" + dice.one(lists.places()) + "**";
        }
        if (chance < 30) {
            return " ดังปรากฏใน " + link.get();
        }
        return chance < 36 ? " เป็นเงิน *" + baht(dice.between(10, 9000) * 1000L) + " บาท*" : "";
    }

    private String nestedList() {
        return lines(dice.between(2, 3), n -> {
            String item = "- " + phrase(lists.verbs()) + phrase(lists.objects());
            return item
                    + IntStream.range(0, dice.below(3))
                            .mapToObj(m -> "\n  - " + phrase(lists.subjects()) + phrase(lists.verbs())
                                    + phrase(lists.objects()))
                            .collect(Collectors.joining());
        });
    }

    private String table() {
        StringBuilder table = new StringBuilder(TABLE_HEAD);
        long budget = 0;
        long spent = 0;
        int rows = dice.between(5, 12);
        for (int row = 1; row <= rows; row++) {
            long given = dice.between(5, 3999) * 1000L;
            long used = dice.below((int) given);
            budget += given;
            spent += used;
            words += 3;
            String[] cells = {
                "" + row,
                dice.one(lists.expenses()),
                baht(given),
                baht(used),
                baht(given - used),
                dice.one(lists.methods())
            };
            table.append("| ").append(String.join(" | ", cells)).append(" |\n");
        }
        String[] sums = {"", "**รวมทั้งสิ้น**", bold(budget), bold(spent), bold(budget - spent), ""};
        return table.append("| ").append(String.join(" | ", sums)).append(" |").toString();
    }

    private String bold(long amount) {
        return "**" + baht(amount) + "**";
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.rangeClosed(1, count).mapToObj(line).collect(Collectors.joining("\n"));
    }

    private String baht(long amount) {
        return money.format(amount);
    }
}
