package prongsai.arch.violating.source;

import com.google.zxing.BarcodeFormat;
import com.sun.net.httpserver.HttpServer;
import com.vladsch.flexmark.parser.Parser;
import freemarker.template.Configuration;
import java.awt.Color;
import java.net.http.HttpClient;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.sshd.client.SshClient;
import org.jsoup.nodes.Document;
import picocli.CommandLine;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/** Knows libraries that its package must not know; Jackson it may. */
public record Libraries(
        BarcodeFormat code,
        HttpServer server,
        Configuration templates,
        Parser markdown,
        Document html,
        CommandLine line,
        PDDocument attachment,
        HttpClient client,
        Color colour,
        SshClient sftp,
        FTPClient ftp,
        AwsV4HttpSigner bucket,
        com.fasterxml.jackson.databind.JsonNode allowed) {}
