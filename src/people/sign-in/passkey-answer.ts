/** What a browser answered about a passkey, as far as it must be known before the library looks at it. */
export interface PasskeyAnswer {
  readonly id: string;
  readonly response: object;
}

/** Null when it cannot be such an answer. */
export function passkeyAnswer(json: string): PasskeyAnswer | null {
  try {
    const answer: unknown = JSON.parse(json);
    return isAnswer(answer) ? answer : null;
  } catch {
    return null;
  }
}

function isAnswer(answer: unknown): answer is PasskeyAnswer {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'id' in answer &&
    typeof answer.id === 'string' &&
    'response' in answer &&
    typeof answer.response === 'object' &&
    answer.response !== null
  );
}
