/**
 * The way to a bucket of an object store with the interface of Amazon S3. Amazon's signer is known here alone, and signs; the
 * requests are ours, over the platform's HTTP client.
 */
@NullMarked
package prongsai.deploy.s3;

import org.jspecify.annotations.NullMarked;
