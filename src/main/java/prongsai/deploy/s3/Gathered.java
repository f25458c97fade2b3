package prongsai.deploy.s3;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** The bytes of an answer, as long as they are not too many. */
final class Gathered implements BodySubscriber<byte[]> {

    private final long atMost;
    private final Runnable alive;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    /** The answer has more bytes than are wanted. */
    static final class TooMany extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private Gathered(long atMost, Runnable alive) {
        this.atMost = atMost;
        this.alive = alive;
    }

    /**
     * @param atMost what went wrong may take as many as a listing
     * @param alive told whenever something comes
     */
    static BodyHandler<byte[]> atMost(long atMost, Runnable alive) {
        return answer -> {
            alive.run();
            return new Gathered(answer.statusCode() < 300 ? atMost : Ask.DOCUMENT, alive);
        };
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> portions) {
        alive.run();
        for (ByteBuffer portion : portions) {
            byte[] part = new byte[portion.remaining()];
            portion.get(part);
            bytes.writeBytes(part);
        }
        if (bytes.size() > atMost && subscription != null) {
            subscription.cancel();
            whole.completeExceptionally(new TooMany());
        }
    }

    @Override
    public void onError(Throwable failure) {
        whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        whole.complete(bytes.toByteArray());
    }
}
