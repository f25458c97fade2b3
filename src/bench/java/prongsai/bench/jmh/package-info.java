/** Microbenchmarks of what a build spends most of its time on. Knows the program from inside, and so needs JMH and Maven. */
package prongsai.bench.jmh;
