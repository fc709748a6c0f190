package vn.hoso.proof;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Arrays;

/** A letter as text: to whom, from whom, about what. */
final class Letters {

    private Letters() {}

    static String text(MimeMessage letter) {
        try {
            StringBuilder text = new StringBuilder();
            text.append("From: ").append(Arrays.toString(letter.getFrom())).append('\n');
            text.append("To: ")
                    .append(Arrays.toString(letter.getAllRecipients()))
                    .append('\n');
            text.append("Subject: ").append(letter.getSubject()).append('\n');
            text.append("Type: ")
                    .append(letter.getContentType().replaceAll("boundary=.*", "boundary=…"))
                    .append("\n\n");
            add(text, letter.getContent());
            return text.toString().replace("\r\n", "\n");
        } catch (MessagingException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static void add(StringBuilder text, Object content) throws MessagingException, IOException {
        if (content instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                text.append("-- ").append(parts.getBodyPart(i).getContentType()).append('\n');
                add(text, parts.getBodyPart(i).getContent());
            }
        } else {
            text.append(content).append('\n');
        }
    }
}
