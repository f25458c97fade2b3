package prongsai.check.attachment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Measures what 500 attachments of 1 MB take. Run by hand, with {@code -Xmx512m}: {@code make FOLDER}, then
 * {@code read FOLDER}.
 */
final class AttachmentSpeed {

    private static final int COUNT = 500;
    private static final int SIZE = 1 << 20;

    private AttachmentSpeed() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        if (args[0].equals("make")) {
            make(folder);
        } else {
            read(folder);
        }
    }

    private static void make(Path folder) throws IOException {
        Files.createDirectories(folder);
        byte[][] kinds = {pdf(), docx(), xlsx(), pptx(), jpg(), bigXlsx()};
        String[] extensions = {"pdf", "docx", "xlsx", "pptx", "jpg", "xlsx"};
        for (int i = 0; i < COUNT; i++) {
            Files.write(folder.resolve(i + "." + extensions[i % kinds.length]), kinds[i % kinds.length]);
        }
    }

    private static void read(Path folder) throws Exception {
        long start = System.nanoTime();
        List<Path> files;
        try (var all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        ExecutorService threads = Executors.newFixedThreadPool(2);
        AttachmentReader reader = new AttachmentReader(AttachmentLimits.USUAL);
        List<Callable<String>> tasks = new ArrayList<>();
        for (Path file : files) {
            tasks.add(() -> {
                Count count = new Count();
                var missed = reader.read(file, file.getFileName().toString(), count);
                return count.chars + " characters, missed " + missed;
            });
        }
        List<Future<String>> results = threads.invokeAll(tasks);
        threads.shutdown();
        for (int i = 0; i < 12; i++) {
            System.out.println(files.get(i).getFileName() + " " + Files.size(files.get(i)) + " bytes: "
                    + results.get(i).get());
        }
        System.out.printf("%d files in %.1f s%n", files.size(), (System.nanoTime() - start) / 1e9);
    }

    private static final class Count implements Passages {
        private long chars;

        @Override
        public void text(Place place, String text) {
            chars += text.length();
        }

        @Override
        public void location(Place place) {}
    }

    private static byte[] noise(int size) {
        byte[] noise = new byte[size];
        new Random(1).nextBytes(noise);
        return noise;
    }

    /** A picture of random bytes behind the header of a JPEG: as large as a photograph, and as hard to pack. */
    private static byte[] jpg(int size) {
        byte[] jpg = noise(size);
        byte[] head = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xda, 0, 2};
        System.arraycopy(head, 0, jpg, 0, head.length);
        return jpg;
    }

    private static byte[] jpg() {
        return jpg(SIZE);
    }

    private static byte[] pdf() throws IOException {
        return PdfFile.of(document -> {
            Random random = new Random(2);
            for (int number = 0; number < 40; number++) {
                PdfFile.Drawing[] lines = new PdfFile.Drawing[45];
                for (int i = 0; i < lines.length; i++) {
                    StringBuilder line = new StringBuilder();
                    while (line.length() < 80) {
                        line.append(Integer.toString(random.nextInt(1 << 20), 36))
                                .append(' ');
                    }
                    lines[i] = PdfFile.text(50, 780 - 16 * i, line.toString());
                }
                PdfFile.page(lines).of(document);
            }
            picture(document);
        });
    }

    private static void picture(PDDocument document) throws IOException {
        var image = new java.awt.image.BufferedImage(500, 500, java.awt.image.BufferedImage.TYPE_INT_RGB);
        Random random = new Random(3);
        for (int i = 0; i < 250_000; i++) {
            image.setRGB(i % 500, i / 500, random.nextInt());
        }
        PDImageXObject drawn =
                org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory.createFromImage(document, image);
        try (PDPageContentStream content =
                new PDPageContentStream(document, document.getPage(0), PDPageContentStream.AppendMode.APPEND, true)) {
            content.drawImage(drawn, 100, 100);
        }
    }

    private static byte[] docx() {
        StringBuilder body = new StringBuilder();
        Random random = new Random(4);
        for (int i = 0; i < 8000; i++) {
            body.append(
                            "<w:p w:rsidR=\"00A77B3E\"><w:pPr><w:jc w:val=\"both\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"32\"/></w:rPr><w:t>องค์การบริหารส่วนตำบล ")
                    .append(random.nextLong())
                    .append("</w:t></w:r><w:r><w:t>โครงการ ")
                    .append(random.nextInt())
                    .append("</w:t></w:r></w:p>");
        }
        return Office.word(body.toString())
                .with("word/media/image1.jpeg", jpg(SIZE * 4 / 5))
                .bytes();
    }

    private static byte[] xlsx() {
        return rows(9000);
    }

    /** 1 MB that unpacks to 50 MB. */
    private static byte[] bigXlsx() {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= 110_000; i++) {
            rows.append("<row r=\"" + i + "\">");
            for (int c = 0; c < 10; c++) {
                rows.append("<c r=\"" + (char) ('A' + c) + i + "\" s=\"3\"><v>" + (c + 1) * 1000 + "</v></c>");
            }
            rows.append("</row>");
        }
        return Office.workbook(rows.toString()).bytes();
    }

    private static byte[] rows(int count) {
        StringBuilder rows = new StringBuilder();
        Random random = new Random(5);
        for (int i = 1; i <= count; i++) {
            rows.append("<row r=\"" + i + "\">");
            for (int c = 0; c < 12; c++) {
                rows.append(
                        "<c r=\"" + (char) ('A' + c) + i + "\" s=\"3\"><v>" + random.nextLong() / 1000 + "</v></c>");
            }
            rows.append("</row>");
        }
        return Office.workbook(rows.toString()).bytes();
    }

    private static byte[] pptx() {
        Archive archive = Office.of("ppt/presentation.xml");
        archive.with("ppt/presentation.xml", "<p:presentation " + Office.SLIDE + "/>");
        for (int i = 1; i <= 60; i++) {
            archive.with(
                    "ppt/slides/slide" + i + ".xml",
                    "<p:sld " + Office.SLIDE + "><a:p><a:r><a:t>แผ่น " + i + "</a:t></a:r></a:p></p:sld>");
        }
        return archive.with("ppt/media/image1.jpeg", jpg(SIZE - 20_000)).bytes();
    }
}
