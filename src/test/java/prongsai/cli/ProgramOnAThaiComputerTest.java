package prongsai.cli;

import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocaleExtension.ThaiBuddhist.class)
class ProgramOnAThaiComputerTest extends ProgramTest {}
