import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemCode } from '../api/problem.js';
import type { HttpProblem } from '../api/problem.js';
import { PageHead } from './components/page-head.js';
import { Refusals } from './components/refusals.js';
import { EVENTS_TYPE, lastWords, takesEvents } from './event-stream.js';
import type { Typed } from './form.js';
import { Layout } from './layout.js';
import { readLiveQuery } from './live-address.js';
import { pageRequestOf, type PageRequest } from './page-request.js';
import { paths } from './paths.js';
import { sendHtml } from './send-html.js';
import { sessionOver } from './session-over.js';
import { View } from './view.js';

type Words = PageRequest['texts']['layout']['errors'];

/** What each problem is called for people; what is not named here is a bug of ours. */
const WORDS: Partial<Record<ProblemCode, (words: Words) => readonly [title: string, help: string]>> = {
  not_found: (words) => [words.notFound, words.notFoundHelp],
  'permission.missing': (words) => [words.noAccess, words.noAccessHelp],
  'handover.not_a_party': (words) => [words.noAccess, words.noAccessHelp],
  'version.stale': (words) => [words.stale, words.staleHelp],
  outage: (words) => [words.away, words.awayHelp],
  'form.foreign': (words) => [words.unreadable, words.unreadableHelp],
  'request.unreadable': (words) => [words.unreadable, words.unreadableHelp],
  'media_type.unsupported': (words) => [words.unreadable, words.unreadableHelp],
  'input.refused': (words) => [words.unreadable, words.unreadableHelp],
  'body.too_large': (words) => [words.tooLarge, words.tooLargeHelp],
  'rate.exceeded': (words) => [words.tooMany, words.tooManyHelp],
};

/** Answers a page's request with the page that an error stands for; whoever has to sign in first is sent there. */
export function sendErrorPage(request: FastifyRequest, reply: FastifyReply, problem: HttpProblem): void {
  if (problem.code === 'session.needed' && takesEvents(request)) {
    const { at } = readLiveQuery(request.query as Typed, undefined, 'en');
    void reply.header('content-type', EVENTS_TYPE).send(lastWords(sessionOver(pageRequestOf(request), at)));
    return;
  }
  if (problem.code === 'session.needed') {
    const back = request.method === 'GET' ? `?next=${encodeURIComponent(request.url)}` : '';
    void reply.status(303).header('location', `${paths.signIn}${back}`).send('');
    return;
  }
  if (problem.details.retryAfter !== undefined) reply.header('retry-after', String(problem.details.retryAfter));
  const page = pageRequestOf(request);
  const element = <ErrorPage page={page} problem={problem} reference={request.id} handoverId={handoverOf(request)} />;
  void reply.send(sendHtml(reply, new View(element, problem.status), page.language));
}

/** The handover that the address names; null where it names none. */
function handoverOf({ params }: FastifyRequest): string | null {
  const named: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, 'handover') : null;
  return typeof named === 'string' ? named : null;
}

interface ErrorPageProps {
  readonly page: PageRequest;
  readonly problem: HttpProblem;
  readonly reference: string;
  readonly handoverId: string | null;
}

function ErrorPage({ page, problem, reference, handoverId }: ErrorPageProps) {
  const { errors } = page.texts.layout;
  if (problem.code === 'refused' || problem.code === 'handover.rights_over') {
    return <RefusedPage page={page} problem={problem} handoverId={handoverId} />;
  }
  const [title, help] = WORDS[problem.code]?.(errors) ?? [errors.broken, errors.brokenHelp];
  return (
    <Layout page={page} title={title}>
      <PageHead title={title} />
      <p class="lead">{help}</p>
      <p class="quiet">{errors.reference(reference)}</p>
      <p>
        <a href={paths.start}>{errors.toStart}</a>
      </p>
    </Layout>
  );
}

/** Where a page has no place of its own for the reasons why something is not possible. */
function RefusedPage({ page, problem, handoverId }: Omit<ErrorPageProps, 'reference'>) {
  const { errors } = page.texts.layout;
  const about = handoverId === null ? {} : { handoverId };
  const gates = problem.details.gates ?? [];
  return (
    <Layout page={page} title={errors.refused} hasErrors>
      <PageHead title={errors.refused} />
      {page.viewer === null ? null : <Refusals page={page} gates={gates} bodyId={page.viewer.bodyId} {...about} />}
      <p>
        <a href={paths.start}>{errors.toStart}</a>
      </p>
    </Layout>
  );
}
