import { localDate } from '../../engine/time/zones.js';
import { Icon } from '../../web/components/icon.js';
import { GateList } from '../../web/components/refusals.js';
import { shortDay } from '../../web/dates.js';
import { isolated } from '../../web/gate-words.js';
import { labelled } from '../../web/labelled.js';
import { languageName } from '../../web/names.js';
import type { PageRequest } from '../../web/page-request.js';
import { paths } from '../../web/paths.js';
import { fileSize } from '../../web/sizes.js';
import { evidenceGates, isForOthers } from '../task-actions.js';
import type { EvidencePiece } from '../tasks.queries.js';
import type { TaskSceneProps } from './task-facts.js';

/** What shows that a task is done, and how to add to it. */
export function EvidenceList(props: TaskSceneProps) {
  const { page, viewer, frame, task, before } = props;
  const words = page.texts.tasks.page;
  const add = evidenceGates(before.facts, 'addEvidence', before.actor, viewer.now);
  const key = [viewer.bodyId, frame.id, task.id] as const;
  return (
    <section aria-labelledby="documents-title" id="documents">
      <h2 id="documents-title">{words.evidence}</h2>
      {task.pieces.length === 0 ? <p class="nothing">{missing(page, task)}</p> : <Pieces {...props} />}
      {isForOthers(add) || task.evidence === 'none' ? null : add.length > 0 ? (
        <details class="folds">
          <summary>{labelled(page, words.addDocument, words.notNow)}</summary>
          <GateList page={page} gates={add} bodyId={viewer.bodyId} handoverId={frame.id} />
        </details>
      ) : (
        <p class="buttons">
          <a class="button" href={paths.addDocument(...key)}>
            {words.addDocument}
          </a>
          <a href={paths.addLink(...key)}>{words.addLink}</a>
        </p>
      )}
    </section>
  );
}

function missing({ texts }: PageRequest, { evidence, evidenceKind }: TaskSceneProps['task']): string {
  const { noEvidence } = texts.tasks.page;
  if (evidence !== 'required') return noEvidence[evidence];
  return evidenceKind === '' ? noEvidence.plain : noEvidence.required(evidenceKind);
}

function Pieces({ page, viewer, frame, task, before }: TaskSceneProps) {
  const words = page.texts.tasks.page;
  const remove = evidenceGates(before.facts, 'removeEvidence', before.actor, viewer.now);
  const mayRemove = remove.length === 0;
  return (
    <ul class="rows pieces">
      {task.pieces.map((piece) => (
        <li key={piece.id}>
          <PieceLine page={page} piece={piece} zone={viewer.zone} />
          {mayRemove && piece.file !== null ? (
            <a class="piece-remove" href={paths.replaceDocument(viewer.bodyId, frame.id, task.id, piece.id)}>
              {page.texts.documents.newVersion}
              <span class="unseen">
                : <bdi>{piece.title}</bdi>
              </span>
            </a>
          ) : null}
          {mayRemove ? (
            <a class="piece-remove" href={paths.removeEvidence(viewer.bodyId, frame.id, task.id, piece.id)}>
              {words.removePiece}
              <span class="unseen">
                : <bdi>{piece.title}</bdi>
              </span>
            </a>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

/** One document: what it is, who may see it, who added it and when. */
export function PieceLine({
  page,
  piece,
  zone,
}: {
  readonly page: PageRequest;
  readonly piece: EvidencePiece;
  readonly zone: string;
}) {
  const words = page.texts.tasks.page;
  const { file, language } = piece;
  const address = safeAddress(piece);
  const added = file === null ? { by: piece.addedByName, at: piece.addedAt } : { by: file.sentByName, at: file.sentAt };
  const facts = [
    file === null ? (piece.reference.startsWith('mailto:') ? words.mail : words.link) : formatOf(file),
    ...(file === null ? [] : [fileSize(page, file.bytes), words.version(file.version)]),
    ...(language === null ? [] : [languageName(page.language, language)]),
    words.markings[piece.marking],
  ];
  return (
    <div class="piece">
      <Icon name="document" />
      <div>
        {address === null ? (
          <bdi>{piece.title}</bdi>
        ) : (
          <a href={address} lang={language ?? undefined} rel="noreferrer">
            <bdi>{piece.title}</bdi>
          </a>
        )}
        <p class="quiet">
          {facts.map((fact, index) => (
            <span key={fact}>
              {index === 0 ? null : ' · '}
              <bdi>{fact}</bdi>
            </span>
          ))}
          {' · '}
          {words.addedBy(isolated(page, added.by), shortDay(page, localDate(added.at, zone)))}
        </p>
      </div>
    </div>
  );
}

/** Ours, or elsewhere by https or mail; whatever else somebody may have written is no link. */
function safeAddress({ file, reference }: EvidencePiece): string | null {
  if (file !== null) return reference.startsWith('/') && !reference.startsWith('//') ? reference : null;
  return /^(?:https|mailto):/i.test(reference) ? reference : null;
}

/** The ending of its name, as people know kinds of files. */
function formatOf({ fileName }: NonNullable<EvidencePiece['file']>): string {
  const [ending] = /[A-Za-z0-9]{1,5}$/.exec(fileName) ?? [fileName];
  return ending.toUpperCase();
}
