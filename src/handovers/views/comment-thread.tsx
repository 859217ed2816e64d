import { Form } from '../../web/components/form.js';
import { TextArea } from '../../web/components/field.js';
import { dayAndTime } from '../../web/dates.js';
import type { FieldErrors, Typed } from '../../web/form.js';
import { paths } from '../../web/paths.js';
import type { TaskSceneProps } from './task-facts.js';

export interface CommentThreadProps extends TaskSceneProps {
  readonly typed: Typed;
  readonly errors: FieldErrors;
}

/** What people have said about a task, oldest first, and a place to add to it. */
export function CommentThread(props: CommentThreadProps) {
  const { page, viewer, frame, task, inside, typed, errors, before } = props;
  const words = page.texts.tasks.page;
  return (
    <section aria-labelledby="comments-title" id="comments">
      <h2 id="comments-title">
        {words.comments} {task.comments.length === 0 ? null : <span class="number">{task.comments.length}</span>}
      </h2>
      {!inside ? (
        <p class="quiet">{words.commentsHidden}</p>
      ) : task.comments.length === 0 ? (
        <p class="quiet">{words.noComments}</p>
      ) : (
        <ol class="comments">
          {task.comments.map((comment) => (
            <Comment key={comment.id} {...props} comment={comment} />
          ))}
        </ol>
      )}
      {before.actor.hats.length === 0 ? null : (
        <Form page={page} action={paths.commentTask(viewer.bodyId, frame.id, task.id)}>
          <TextArea
            page={page}
            name="text"
            label={words.commentLabel}
            hint={words.commentHint}
            typed={typed}
            errors={errors}
            rows={3}
          />
          <p class="buttons">
            <button type="submit">{words.sendComment}</button>
          </p>
        </Form>
      )}
    </section>
  );
}

function Comment({
  page,
  viewer,
  frame,
  around,
  comment,
}: CommentThreadProps & { readonly comment: CommentThreadProps['task']['comments'][number] }) {
  const author = around.authors.find(({ id }) => id === comment.authorId);
  const side = (['outgoing', 'incoming'] as const).find((each) =>
    frame[each].holders.some(({ id }) => id === author?.memberId),
  );
  return (
    <li class={`comment${side === undefined ? '' : ` comment-${side}`}`}>
      <p class="comment-head">
        <b>
          <bdi>{author?.name ?? page.texts.layout.product}</bdi>
        </b>{' '}
        <time dateTime={comment.at}>{dayAndTime(page, comment.at, viewer.zone)}</time>
      </p>
      <p class="written" dir="auto">
        {comment.text}
      </p>
    </li>
  );
}
