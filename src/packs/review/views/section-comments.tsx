import { sideName } from '../../../handovers/views/change-words.js';
import { TextArea } from '../../../web/components/field.js';
import { Form } from '../../../web/components/form.js';
import { dayAndTime } from '../../../web/dates.js';
import { isolated } from '../../../web/gate-words.js';
import { paths } from '../../../web/paths.js';
import { MENTION } from '../review.forms.js';
import { mayComment } from '../section-offers.js';
import type { SectionComment } from '../section-scene.queries.js';
import type { SectionPageProps } from './section-view.js';

/** What people have said about a section, oldest first, answers under what they answer, and a place to add to it. */
export function SectionComments(props: SectionPageProps) {
  const { page, viewer, frame, section, comments, before, people, typed = {}, errors = {} } = props;
  const words = page.texts.review.comments;
  const others = people.filter(({ id }) => id !== viewer.personId);
  return (
    <section aria-labelledby="comments-title" id="comments">
      <h2 id="comments-title">
        {words.title} {comments.length === 0 ? null : <span class="number">{comments.length}</span>}
      </h2>
      {comments.length === 0 ? <p class="quiet">{words.none}</p> : <Thread {...props} parentId={null} />}
      {!mayComment(before) ? null : (
        <Form page={page} action={paths.commentSection(viewer.bodyId, frame.id, section.id)} class="comment-form">
          <TextArea page={page} name="comment" label={words.label} typed={typed} errors={errors} rows={3} />
          {comments.length === 0 ? null : <AnswerChoice {...props} />}
          {others.length === 0 ? null : (
            <details class="mentions" open={others.some(({ id }) => typed[`${MENTION}${id}`] !== undefined)}>
              <summary>{words.mentions}</summary>
              <fieldset>
                <legend class="unseen">{words.mentions}</legend>
                <p class="hint">{words.mentionsHint}</p>
                {others.map(({ id, name, officeName }) => {
                  const box = `${MENTION}${id}`;
                  return (
                    <p key={id} class="mention">
                      <input type="checkbox" id={box} name={box} value="yes" checked={typed[box] === 'yes'} />{' '}
                      <label for={box}>
                        <bdi>{name}</bdi>{' '}
                        <span class="quiet">
                          <bdi>{officeName}</bdi>
                        </span>
                      </label>
                    </p>
                  );
                })}
              </fieldset>
            </details>
          )}
          <p class="buttons">
            <button type="submit">{words.button}</button>
          </p>
        </Form>
      )}
    </section>
  );
}

function AnswerChoice({ page, comments, typed = {} }: SectionPageProps) {
  const { comments: words } = page.texts.review;
  return (
    <div class="field">
      <label for="answers">{words.isAnswer}</label>
      <select id="answers" name="answers" class="control">
        <option value="">{words.isNone}</option>
        {comments.map(({ id, author, text }) => (
          <option key={id} value={id} selected={typed.answers === id}>
            {`${words.answer(author.name)}: ${text.slice(0, 40)}`}
          </option>
        ))}
      </select>
    </div>
  );
}

function Thread(props: SectionPageProps & { readonly parentId: string | null }) {
  const { comments, parentId } = props;
  const own = comments.filter((comment) => comment.parentId === parentId);
  return own.length === 0 ? null : (
    <ol class="comments">
      {own.map((comment) => (
        <Comment key={comment.id} {...props} comment={comment} />
      ))}
    </ol>
  );
}

function Comment(props: SectionPageProps & { readonly comment: SectionComment }) {
  const { page, viewer, frame, comment } = props;
  const { author, mentions, at } = comment;
  const words = page.texts.review.comments;
  const side = (['outgoing', 'incoming'] as const).find((each) =>
    frame[each].holders.some(({ id }) => id === author.memberId),
  );
  const names = new Intl.ListFormat(page.locale).format(mentions.map(({ name }) => isolated(page, name)));
  return (
    <li class={`comment${side === undefined ? '' : ` comment-${side}`}`}>
      <p class="comment-head">
        <b>
          <bdi>{author.name}</bdi>
        </b>{' '}
        <span class="quiet">
          <bdi>{sideName(props, side ?? 'secretariat')}</bdi> ·{' '}
          <time dateTime={at}>{dayAndTime(page, at, viewer.zone)}</time>
        </span>
      </p>
      <p class="written" dir="auto">
        {comment.text}
      </p>
      {mentions.length === 0 ? null : <p class="quiet">{words.toldOf(names)}</p>}
      <Thread {...props} parentId={comment.id} />
    </li>
  );
}
