import { Field, SelectField, TextField } from '../../web/components/field.js';
import type { FieldErrors, Typed } from '../../web/form.js';
import { isolated } from '../../web/gate-words.js';
import type { PageRequest } from '../../web/page-request.js';
import { fileSize } from '../../web/sizes.js';
import type { DocumentPlace } from '../add-document.queries.js';
import { DOCUMENT_LANGUAGES, MARKINGS } from '../documents.forms.js';
import { MEDIA_TYPES } from '../media-types.js';
import { replacedName } from '../replaced-version.js';

interface DocumentFieldsProps {
  readonly page: PageRequest;
  readonly place: DocumentPlace;
  readonly limit: number;
  readonly typed: Typed;
  readonly errors: FieldErrors;
  readonly messages: { readonly file?: string; readonly replaces?: string };
}

/** For the window in which a file is chosen; what is sent is looked into all the same. */
const ACCEPTED = Object.values(MEDIA_TYPES)
  .map(({ extension }) => `.${extension}`)
  .concat('.jpeg')
  .join(',');

/** The file, what it is called, its language, who may read it, and what it replaces. */
export function DocumentFields({ page, place, limit, typed, errors, messages }: DocumentFieldsProps) {
  const { documents: texts } = page.texts;
  const common = { page, typed, errors };
  const languages = DOCUMENT_LANGUAGES.map((value) => ({ value, text: texts.languages[value] }));
  return (
    <>
      <Field
        {...common}
        name="file"
        label={texts.file}
        hint={texts.fileHint(fileSize(page, limit))}
        message={messages.file}
        control={(described) => <input {...described} class="control" type="file" name="file" accept={ACCEPTED} />}
      />
      <TextField {...common} name="title" label={texts.name} hint={texts.nameHint} />
      <SelectField
        {...common}
        name="language"
        label={texts.language}
        choices={[...languages, { value: '', text: texts.otherLanguage }]}
      />
      <MarkingChoice {...common} />
      {place.mayReplace && place.documents.length > 0 ? (
        <SelectField
          {...common}
          name="replaces"
          label={texts.replaces}
          message={messages.replaces}
          choices={[
            { value: '', text: texts.replacesNothing },
            ...place.documents.map((document) => ({
              value: replacedName(document),
              text: texts.replacesVersion(isolated(page, document.versions[0]?.title ?? ''), document.newest),
            })),
          ]}
        />
      ) : null}
    </>
  );
}

function MarkingChoice({ page, typed, errors }: Pick<DocumentFieldsProps, 'page' | 'typed' | 'errors'>) {
  const { documents: texts, layout } = page.texts;
  const rule = errors.marking;
  return (
    <fieldset class={rule === undefined ? 'field' : 'field field-wrong'} id="marking">
      <legend>{texts.marking}</legend>
      {rule === undefined ? null : <p class="wrong">{layout.fields[rule]}</p>}
      {MARKINGS.map((marking) => (
        <div class="choice" key={marking}>
          <input
            type="radio"
            id={`marking-${marking}`}
            name="marking"
            value={marking}
            checked={typed.marking === marking}
            aria-describedby={`marking-${marking}-help`}
          />
          <div>
            <label for={`marking-${marking}`}>{texts.markings[marking].name}</label>
            <p class="hint" id={`marking-${marking}-help`}>
              {texts.markings[marking].help}
            </p>
          </div>
        </div>
      ))}
    </fieldset>
  );
}
