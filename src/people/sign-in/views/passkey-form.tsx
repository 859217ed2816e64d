import { assets } from '../../../web/assets.js';
import { Icon } from '../../../web/components/icon.js';
import type { PageRequest } from '../../../web/page-request.js';

export interface PasskeyFormProps {
  readonly page: PageRequest;
  readonly action: string;
  readonly does: 'make' | 'use';
  /** What the browser is asked, as WebAuthn writes it in JSON. */
  readonly options: object;
  readonly label: string;
  /** Whether the answer before was not right. */
  readonly hasFailed: boolean;
}

/** Asks the browser for a passkey. Our script shows the form and sends its answer; without it there are other ways. */
export function PasskeyForm({ page, action, does, options, label, hasFailed }: PasskeyFormProps) {
  const { factor } = page.texts.signIn;
  return (
    <>
      <p class="quiet without-script">{factor.needsScript}</p>
      <form
        method="post"
        action={action}
        data-passkey={does}
        data-options={JSON.stringify(options)}
        hidden
        id="passkey"
      >
        <input type="hidden" name="formToken" value={page.formToken} />
        <input type="hidden" name="answer" value="" />
        <p class="wrong" data-failed hidden={!hasFailed} tabindex={-1} role="alert">
          <Icon name="overdue" /> {factor.passkeyFailed}
        </p>
        <div class="buttons">
          <button class="main" type="submit">
            {label}
          </button>
        </div>
      </form>
      <script src={assets.passkeyScript} defer />
    </>
  );
}
