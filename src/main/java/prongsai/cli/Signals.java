package prongsai.cli;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;

/**
 * What the system tells the process by signals, as far as the platform's own way (the first one ends the program, with its
 * work at the end; others meanwhile are lost) is not enough. The platform has no other than {@code sun.misc.Signal}, which a
 * compiler that warns of everything must not see.
 */
final class Signals {

    /** Ctrl-C, the end of a session or of the computer, a terminal that was closed. */
    private static final List<String> ENDS = List.of("INT", "TERM", "HUP");

    /** What shells add to the number of the signal that ended a process. */
    private static final int BY_SIGNAL = 128;

    private Signals() {}

    /** From now on each of them ends the process at once. */
    static void endAtOnce() {
        for (String name : ENDS) {
            try {
                onSignal(name);
            } catch (ReflectiveOperationException | RuntimeException e) {
                // Not on this system, or not to be handled there: then it is as it was.
            }
        }
    }

    private static void onSignal(String name) throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Signal");
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        Method number = type.getMethod("getNumber");
        Object handler = Proxy.newProxyInstance(
                handlerType.getClassLoader(), new Class<?>[] {handlerType}, (proxy, method, arguments) -> {
                    if (method.getName().equals("handle")) {
                        Runtime.getRuntime().halt(BY_SIGNAL + (int) number.invoke(arguments[0]));
                    }
                    return null;
                });
        Object signal = type.getConstructor(String.class).newInstance(name);
        type.getMethod("handle", type, handlerType).invoke(null, signal, handler);
    }
}
