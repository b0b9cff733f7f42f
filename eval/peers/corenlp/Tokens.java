import edu.stanford.nlp.ling.CoreLabel;
import edu.stanford.nlp.ling.IndexedWord;
import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.CoreSentence;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.semgraph.SemanticGraph;
import edu.stanford.nlp.semgraph.SemanticGraphCoreAnnotations;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.StringJoiner;

/**
 * Prints tags, lemmas and dependencies of the files named on the command line, for rules that are written
 * for spaCy: a line of JSON an article, {"article": path, "sentences": [[[begin, end, tag, lemma, head,
 * relation], ...], ...]}. Offsets are code points, end excluded; a head is an index into its sentence, its
 * own for the root.
 */
public final class Tokens {
  public static void main(String[] paths) throws Exception {
    Properties properties = new Properties();
    properties.setProperty("annotators", "tokenize,ssplit,pos,lemma,depparse");
    properties.setProperty("ssplit.newlineIsSentenceBreak", "two");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String path : paths) {
      String text = Files.readString(Path.of(path));
      CoreDocument doc = new CoreDocument(text);
      pipeline.annotate(doc);
      StringJoiner sentences = new StringJoiner(",", "[", "]");
      for (CoreSentence sentence : doc.sentences()) {
        sentences.add(sentence(text, sentence));
      }
      out.println("{\"article\":" + string(path) + ",\"sentences\":" + sentences + "}");
    }
  }

  private static String sentence(String text, CoreSentence sentence) {
    SemanticGraph tree = sentence.coreMap().get(SemanticGraphCoreAnnotations.BasicDependenciesAnnotation.class);
    StringJoiner tokens = new StringJoiner(",", "[", "]");
    for (CoreLabel token : sentence.tokens()) {
      IndexedWord word = tree.getNodeByIndexSafe(token.index());
      IndexedWord head = word == null ? null : tree.getParent(word);
      String relation = head == null ? "root" : tree.reln(head, word).toString();
      int governor = head == null ? token.index() - 1 : head.index() - 1;
      tokens.add("[" + text.codePointCount(0, token.beginPosition()) + "," + text.codePointCount(0, token.endPosition())
          + "," + string(token.tag()) + "," + string(token.lemma()) + "," + governor + "," + string(relation) + "]");
    }
    return tokens.toString();
  }

  private static String string(String s) {
    return "\"" + s.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
