package prongsai.check.personal;

import java.util.Optional;

/** What finds one kind of personal number. */
interface NumberRule {

    /** A number and the last run of digits that belongs to it. */
    record Found(PersonalHit hit, int lastRun) {}

    /** The personal number that begins with a run of digits. Looks at a bounded number of runs and characters around it. */
    Optional<Found> at(NumberText text, int run);
}
