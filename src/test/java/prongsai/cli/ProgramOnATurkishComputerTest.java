package prongsai.cli;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocaleExtension.Turkish.class)
class ProgramOnATurkishComputerTest extends ProgramTest {}
