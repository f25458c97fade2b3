package prongsai.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RouteTest {

    @Provide
    Arbitrary<Route> routes() {
        Arbitrary<Route> folders = Arbitraries.of("oit", "2563", "o42", "announcements", "a", "-", "no-gift", "9")
                .list()
                .ofMaxSize(5)
                .map(s -> s.isEmpty() ? Route.HOME : Route.of(String.join("/", s)));
        return Arbitraries.oneOf(
                folders, Arbitraries.just(new Route("404.html")), Arbitraries.just(new Route("a/b.html")));
    }

    @Provide
    Arbitrary<String> tops() {
        return Arbitraries.of(
                "https://www.example.go.th/", "https://www.example.go.th/ita/", "https://example.go.th/a/b/c/");
    }

    @Property
    void aLinkLeadsWhereItShouldUnderAnyPath(
            @ForAll("tops") String top, @ForAll("routes") Route from, @ForAll("routes") Route to) {
        URI page = URI.create(top + from.path());
        assertThat(page.resolve(from.linkTo(to))).isEqualTo(URI.create(top + to.path()));
        assertThat(page.resolve(from.linkToFile("assets/site.css"))).isEqualTo(URI.create(top + "assets/site.css"));
    }

    @Property
    void aLinkIsRelative(@ForAll("routes") Route from, @ForAll("routes") Route to) {
        assertThat(from.linkTo(to)).isNotEmpty().doesNotStartWith("/").doesNotContain(":");
    }

    @Property
    void everyPageHasAFile(@ForAll("routes") Route route) {
        assertThat(OutputPath.isValid(route.file())).isTrue();
        assertThat(route.file()).endsWith(".html");
        assertThat(Route.ofFile(route.file())).contains(route);
    }

    @Example
    void whatNoPageCanHaveAsItsPlaceIsNoFileOfOne() {
        assertThat(List.of("/a", "/index.html", "a//index.html", "../index.html"))
                .allSatisfy(file -> assertThat(Route.ofFile(file)).isEmpty());
    }

    @Example
    void aRouteNeverLeavesTheSite() {
        for (String path : List.of("/a", "a//b", "../a", "a/../b", "a/..", "..")) {
            assertThatThrownBy(() -> new Route(path))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("not a route: " + path);
        }
    }
}
