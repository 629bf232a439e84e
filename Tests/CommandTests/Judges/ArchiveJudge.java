import java.io.File;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * veraPDF on many files at once: ArchiveJudge FLAVOUR[,FLAVOUR…] FILE…, flavours as veraPDF names them (3a, ua1).
 *
 * Prints a line for each rule that a file breaks: file, flavour, clause and test, how often, the first message and
 * its place. Status 0 where none is broken.
 */
public class ArchiveJudge {
  public static void main(String[] arguments) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    int judged = 0;
    boolean isSound = true;
    for (String name : arguments[0].split(",")) {
      PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
      for (int index = 1; index < arguments.length; index++) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(arguments[index]), flavour)) {
          PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, 200, false, false, false);
          ValidationResult result = validator.validate(parser);
          TreeMap<String, Integer> counts = new TreeMap<>();
          TreeMap<String, String> first = new TreeMap<>();
          for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() != TestAssertion.Status.FAILED) continue;
            String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
            counts.merge(rule, 1, Integer::sum);
            first.putIfAbsent(rule, assertion.getMessage() + " @ " + assertion.getLocation().getContext());
          }
          for (String rule : counts.keySet()) {
            System.out.println(arguments[index] + " " + name + " " + rule + " x" + counts.get(rule) + ": "
                + first.get(rule));
          }
          isSound &= result.isCompliant();
          judged++;
        }
      }
    }
    System.out.println("judged " + judged);
    System.exit(isSound ? 0 : 1);
  }
}
