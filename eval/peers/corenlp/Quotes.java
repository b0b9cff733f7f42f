import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.CoreQuote;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * Prints the quotations that CoreNLP finds in the files named on the command line: a line of JSON a
 * quotation, with the mention of who said it where CoreNLP names one. Offsets are code points, end excluded.
 *
 * <p>The pipeline is the one of CoreNLP's page on the quote annotator, everything at its default, but for
 * one setting: a blank line ends a sentence, as it does in the articles.
 */
public final class Quotes {
  public static void main(String[] paths) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("annotators", "tokenize,ssplit,pos,lemma,ner,depparse,coref,quote");
    properties.setProperty("ssplit.newlineIsSentenceBreak", "two");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String path : paths) {
      String text = Files.readString(Path.of(path));
      CoreDocument doc = new CoreDocument(text);
      pipeline.annotate(doc);
      if (doc.quotes() == null) {
        continue;
      }
      for (CoreQuote quote : doc.quotes()) {
        out.println(line(path, text, quote));
      }
    }
  }

  private static String line(String path, String text, CoreQuote quote) {
    String content = span(text, quote.quoteCharOffsets().first(), quote.quoteCharOffsets().second());
    String source = "null";
    if (quote.speakerTokens().isPresent()) {
      List<CoreLabel> mention = quote.speakerTokens().get();
      source = span(text, mention.get(0).beginPosition(), mention.get(mention.size() - 1).endPosition());
    }
    return "{\"article\":" + string(path) + ",\"content\":" + content + ",\"source\":" + source + "}";
  }

  /** Turns UTF-16 offsets, end excluded, into code points. */
  private static String span(String text, int begin, int end) {
    return "[" + text.codePointCount(0, begin) + "," + text.codePointCount(0, end) + "]";
  }

  private static String string(String s) {
    return "\"" + s.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
