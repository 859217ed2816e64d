import { LANGUAGE_NAMES, PAGE_LANGUAGES } from '../../../../config/languages/pages.js';
import { Form } from '../../../web/components/form.js';
import type { PageRequest } from '../../../web/page-request.js';

interface PdfFormProps {
  readonly page: PageRequest;
  readonly action: string;
  /** What the ids of its fields begin with. */
  readonly id: string;
  /** Whether what is restricted may be left out. */
  readonly asksWhatItHolds: boolean;
}

/** Asks for a PDF: in which language, for what, and with what in it. */
export function PdfForm({ page, action, id, asksWhatItHolds }: PdfFormProps) {
  const words = page.texts.record.files;
  return (
    <Form page={page} action={action} class="record-ask">
      <Choice
        {...{ id: `${id}-language`, name: 'language', label: words.language, chosen: page.language }}
        choices={PAGE_LANGUAGES.map((language) => [language, LANGUAGE_NAMES[language]])}
      />
      <Choice
        {...{ id: `${id}-standard`, name: 'standard', label: words.purpose, chosen: 'ua-1' }}
        choices={Object.entries(words.purposes)}
      />
      {asksWhatItHolds ? (
        <Choice
          {...{ id: `${id}-holds`, name: 'holds', label: words.restricted, chosen: 'all' }}
          choices={Object.entries(words.holdings)}
        />
      ) : null}
      <button type="submit">{words.askPdf}</button>
    </Form>
  );
}

interface ChoiceProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly choices: readonly (readonly [value: string, text: string])[];
}

function Choice({ id, name, label, chosen, choices }: ChoiceProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} name={name} class="control">
        {choices.map(([value, text]) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}
