package prongsai.model;

/** A program that serves websites (เว็บเซิร์ฟเวอร์), as {@code site.yaml} names it. */
public enum WebServer {
    /** Apache HTTP Server, the usual one of rented hosting. */
    APACHE("Apache", ".htaccess"),
    /** Microsoft Internet Information Services. */
    IIS("IIS", "web.config"),
    NGINX("nginx", "nginx.conf"),
    CADDY("Caddy", "caddy.conf");

    private final String word;
    private final String file;

    WebServer(String word, String file) {
        this.word = word;
        this.file = file;
    }

    /** As the program calls itself. */
    public String word() {
        return word;
    }

    /** The name of its file at the top of a site. Apache and IIS look for it there; to the others it must be told. */
    public String file() {
        return file;
    }
}
