import type { ContentChange, ContentPiece } from '../../../engine/handovers/section-content.js';
import { isDecided } from '../../../engine/handovers/section.js';
import { isolated } from '../../../web/gate-words.js';
import type { PageRequest } from '../../../web/page-request.js';
import type { SectionSceneProps } from './section-view.js';

/** What is no longer as it was accepted; nothing where nothing was, or where it still is so. */
export function ChangesOfSection({ page, section, changes }: SectionSceneProps) {
  const words = page.texts.review.changes;
  if (changes === null || isDecided(section)) return null;
  return (
    <section class="section-changes" aria-labelledby="changes-title">
      <h2 id="changes-title">{words.title}</h2>
      {changes.length === 0 ? <p>{words.unchanged}</p> : <ChangeList page={page} changes={changes} />}
    </section>
  );
}

/** Differences of a section, one on each line. */
export function ChangeList({
  page,
  changes,
}: {
  readonly page: PageRequest;
  readonly changes: readonly ContentChange[];
}) {
  return (
    <ul>
      {changes.map((change, index) => (
        <li key={index}>
          {sentenceOf(page, change)}
          {'from' in change && typeof change.from === 'string' && change.what !== 'task' && change.from !== '' ? (
            <>
              <span class="quiet"> {page.texts.review.changes.before}</span>
              <blockquote class="written" dir="auto">
                {change.from}
              </blockquote>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function sentenceOf(page: PageRequest, change: ContentChange): string {
  const words = page.texts.review.changes;
  switch (change.what) {
    case 'summary':
    case 'needs':
      return words[change.what];
    case 'task': {
      const task = isolated(page, change.id);
      if (change.from === null) return words.taskAdded(task);
      return words.task(task, words.standings[change.from], words.standings[change.to ?? 'unfinished']);
    }
    case 'piece':
      return pieceSentence(page, isolated(page, change.task), change.from, change.to);
  }
}

function pieceSentence(page: PageRequest, task: string, from: ContentPiece | null, to: ContentPiece | null): string {
  const words = page.texts.review.changes;
  const title = isolated(page, (to ?? from)?.title ?? '');
  if (from === null) return words.pieceAdded(title, task);
  if (to === null) return words.pieceRemoved(title, task);
  return from.version === to.version ? words.pieceChanged(title, task) : words.pieceReplaced(title, task);
}
