package prongsai.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.vladsch.flexmark.ast.HtmlInnerBlock;
import com.vladsch.flexmark.ast.HtmlInnerBlockComment;
import com.vladsch.flexmark.ext.gfm.strikethrough.Subscript;
import com.vladsch.flexmark.ext.tables.TableBody;
import com.vladsch.flexmark.ext.tables.TableCaption;
import com.vladsch.flexmark.ext.tables.TableCell;
import com.vladsch.flexmark.ext.tables.TableHead;
import com.vladsch.flexmark.ext.tables.TableSeparator;
import com.vladsch.flexmark.util.ast.Node;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A new version of the parser may bring new kinds of nodes. */
class MarkdownNodesTest {

    /** Parts of a table are written by their table; the others need an option or extension that is not used. */
    private static final Set<Class<?>> NEVER_ALONE = Set.of(
            TableHead.class,
            TableBody.class,
            TableSeparator.class,
            TableCell.class,
            TableCaption.class,
            Subscript.class,
            HtmlInnerBlock.class,
            HtmlInnerBlockComment.class);

    @Test
    void everyKindOfNodeHasItsWayToHtml() throws ClassNotFoundException {
        Set<String> unknown = new TreeSet<>();
        for (JavaClass found : new ClassFileImporter()
                .importPackages(
                        "com.vladsch.flexmark.ast", "com.vladsch.flexmark.ext", "com.vladsch.flexmark.util.ast")) {
            boolean isInternal = found.getPackageName().contains("internal") || found.isNestedClass();
            if (isInternal
                    || !found.isAssignableTo(Node.class)
                    || found.getModifiers().contains(JavaModifier.ABSTRACT)) {
                continue;
            }
            Class<?> kind = Class.forName(found.getName());
            if (!MarkdownWriter.knows(kind) && !NEVER_ALONE.contains(kind)) {
                unknown.add(kind.getName());
            }
        }
        assertThat(unknown)
                .as("made only by options that are not set, or a base of other kinds")
                .containsExactly(
                        "com.vladsch.flexmark.ast.CodeBlock",
                        "com.vladsch.flexmark.ast.DelimitedLinkNode",
                        "com.vladsch.flexmark.util.ast.BlankLine");
        assertThat(NEVER_ALONE).noneMatch(MarkdownWriter::knows);
    }
}
