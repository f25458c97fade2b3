package prongsai.render;

import java.util.ArrayList;
import java.util.List;
import prongsai.model.ActionPlan.Section;
import prongsai.render.Parts.Contents;

/**
 * The headings of the report with their numbers, and the contents made of them. On paper a reader finds a section by its
 * number, since a browser cannot tell on which sheet it will stand.
 *
 * @param foreword คำนำ, before the numbered sections
 * @param background the same as in {@code contents}, number and all; empty where the report has none
 * @param sections one an instrument
 * @param table of all indicators, in the appendix
 */
record PlanHeadings(
        String foreword,
        String background,
        String result,
        String plan,
        List<String> sections,
        String appendix,
        String table,
        String memo,
        String sources,
        List<Contents> contents) {

    /** Which parts the report has; the plan itself and the sources it always has. */
    record Present(boolean foreword, boolean background, boolean result, boolean table, boolean memo) {}

    /** Letters of appendices, as official reports write them. */
    private static final String LETTERS = "กขค";

    static String sectionId(int index) {
        return "section-" + (index + 1);
    }

    static PlanHeadings of(ThaiText text, Present has, List<Section> sections) {
        List<Contents> contents = new ArrayList<>();
        String foreword = add(contents, has.foreword(), "คำนำ", "foreword");
        int number = 0;
        String background =
                add(contents, has.background(), no(text, number + 1) + "ความเป็นมาของการประเมิน", "background");
        number += has.background() ? 1 : 0;
        String result = add(contents, has.result(), no(text, number + 1) + "ผลการประเมิน", "result");
        number += has.result() ? 1 : 0;
        String plan = no(text, number + 1) + "การนำผลการประเมินไปปรับปรุงและพัฒนา";
        List<Contents> parts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < sections.size(); i++) {
            Section section = sections.get(i);
            String name = text.number(number + 1) + "." + text.number(i + 1) + " ด้าน " + section.instrument() + " "
                    + ThaiText.instrument(section.instrument());
            names.add(add(parts, true, name, sectionId(i)));
        }
        contents.add(new Contents(plan, "#sections", "", parts));
        List<Contents> appendices = new ArrayList<>();
        String table = add(appendices, has.table(), letter(appendices) + "คะแนนทุกตัวชี้วัด", "indicators");
        String memo = add(appendices, has.memo(), letter(appendices) + "บันทึกข้อความ", "memo");
        String sources = add(appendices, true, letter(appendices) + "แหล่งที่มาของข้อมูล", "sources");
        contents.add(new Contents("ภาคผนวก", "#appendix", "", appendices));
        return new PlanHeadings(foreword, background, result, plan, names, "ภาคผนวก", table, memo, sources, contents);
    }

    private static String no(ThaiText text, int number) {
        return text.number(number) + ". ";
    }

    private static String letter(List<Contents> appendices) {
        return "ภาคผนวก " + LETTERS.charAt(appendices.size()) + " ";
    }

    private static String add(List<Contents> contents, boolean present, String label, String id) {
        if (!present) {
            return "";
        }
        contents.add(new Contents(label, "#" + id, "", List.of()));
        return label;
    }
}
