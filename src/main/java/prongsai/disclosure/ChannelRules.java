package prongsai.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import prongsai.content.Entry;
import prongsai.model.Agency.OnlineKind;
import prongsai.model.Service;

/**
 * Components that an online channel shows. A channel known to exist without an address is a gap: nobody can be led there.
 */
final class ChannelRules {

    static final Map<String, Rule> RULES = Map.of(
            "qa/ask", channel(List.of(OnlineKind.QA)),
            "complaint-channel/online", channel(List.of(OnlineKind.COMPLAINT)),
            "feedback-channel/channel", channel(List.of(OnlineKind.FEEDBACK)),
            "social-network/link",
                    channel(Arrays.stream(OnlineKind.values())
                            .filter(OnlineKind::isSocialNetwork)
                            .toList()),
            "e-service/channel", ChannelRules::onlineServices,
            // Every address of a service is a link of this site, so what is shown is also linked.
            "e-service/linked", ChannelRules::onlineServices);

    private ChannelRules() {}

    private static Rule channel(List<OnlineKind> kinds) {
        return scope -> {
            List<Evidence> addresses = addresses(scope, kinds);
            return addresses.isEmpty() ? noAddress(scope, kinds) : new Coverage.Covered(addresses);
        };
    }

    /** Either the agency's E-Service as a whole or single services with an address of their own. */
    private static Coverage onlineServices(Scope scope) {
        List<OnlineKind> kind = List.of(OnlineKind.ESERVICE);
        List<Evidence> evidence = new ArrayList<>(addresses(scope, kind));
        scope.content().services().stream()
                .map(Entry::record)
                .filter(Service::isInForce)
                .filter(ChannelRules::isOnline)
                .forEach(s -> evidence.add(new Evidence.OfRecord(s.id(), s.lastChange())));
        return evidence.isEmpty() ? noAddress(scope, kind) : new Coverage.Covered(evidence);
    }

    static boolean isOnline(Service service) {
        return service.online().flatMap(Service.Online::url).isPresent();
    }

    private static List<Evidence> addresses(Scope scope, List<OnlineKind> kinds) {
        List<Evidence> addresses = new ArrayList<>();
        for (OnlineKind kind : kinds) {
            scope.agency()
                    .channel(kind)
                    .address()
                    .ifPresent(a -> addresses.add(new Evidence.OfChannel(kind, a, scope.agencyChange())));
        }
        return addresses;
    }

    private static Coverage noAddress(Scope scope, List<OnlineKind> kinds) {
        List<OnlineKind> known =
                kinds.stream().filter(k -> scope.agency().channel(k).exists()).toList();
        return Coverage.missing(known.isEmpty() ? new Gap.NoEvidence() : new Gap.NoAddress(known));
    }
}
