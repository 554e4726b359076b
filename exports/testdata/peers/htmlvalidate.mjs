// Prints what html-validate finds in pages, as JSON in the form of axe.mjs.
//
//	node htmlvalidate.mjs PAGE.html…
//
// The rules are those of the standard, of its document structure and of WCAG; how
// the text is laid out between the tags is not looked at.
import {HtmlValidate} from 'html-validate';

const validate = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
});

const found = [];
for (const file of process.argv.slice(2)) {
  const report = await validate.validateFile(file);
  for (const result of report.results) {
    for (const m of result.messages) {
      found.push({page: file, view: '', rule: m.ruleId, help: m.message, where: `${m.line}:${m.column}`, why: m.selector ?? ''});
    }
  }
}
process.stdout.write(JSON.stringify(found, null, 1) + '\n');
