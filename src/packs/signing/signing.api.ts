import { Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answer } from '../../api/answer.js';
import { Caller } from '../../api/caller.js';
import { Described } from '../../api/described.js';
import { IfMatch } from '../../api/if-match.js';
import { May } from '../../api/may.js';
import { BODY_PATH } from '../../api/paths.js';
import { HttpProblem } from '../../api/problem.js';
import { ReceiptView } from '../../api/receipt.js';
import { ApiBody, ApiConsumes, ApiTags } from '../../api/swagger.js';
import { versionNumber } from '../../api/version-number.js';
import type { SignedLanguage } from '../../engine/handovers/handover.js';
import { readHandover } from '../../handovers/read-handover.js';
import type { HandoverReceipt } from '../../handovers/move-handover.js';
import { Database } from '../../storage/database.js';
import { sendFile } from '../../web/send-file.js';
import { TakesFiles } from '../../web/takes-files.js';
import { AddAddendum, type AddendumReceipt } from './add-addendum.js';
import { listCommitments, type Commitment } from './commitments.queries.js';
import { passingView, type PassingView } from './passing.views.js';
import { readPassing, standsAgainst, type PassingScene } from './passing-scene.js';
import { ReadPassingFile } from './read-passing-file.js';
import { FilesOfApi } from './signing-files.forms.js';
import { ADDENDUM_SCHEMA, AddendumForm, PAPER_SCHEMA, SignForm, SignOnPaperForm } from './signing.forms.js';
import { SignHandover, type SignedWords } from './sign-handover.js';
import { areSame, declarationIn, signingHat, wholeDeclaration } from './views/declaration.js';

const HANDOVER = 'handovers/:handover';

/** Passing the chair: what is met, signing, and what is added after it. A token is taken as the sign-in that a page asks for. */
@ApiTags('Signing')
@Controller(BODY_PATH)
export class SigningApi {
  constructor(
    private readonly database: Database,
    private readonly signHandover: SignHandover,
    private readonly addAddendum: AddAddendum,
    private readonly passingFiles: ReadPassingFile,
    private readonly files: FilesOfApi,
  ) {}

  @Get(`${HANDOVER}/passing`)
  @May('handover.read')
  @Described(
    'What has to be met for the chair to pass, who has signed what, late entries, and rights afterwards',
    'json',
  )
  async passing(@Caller() caller: Caller, @Param('handover') id: string): Promise<PassingView> {
    return passingView(await this.scene(caller, id));
  }

  @Post(`${HANDOVER}/sign`)
  @HttpCode(200)
  @May('handover.sign')
  @Described('Sign for your chair, as its lead or standing in for one, with the words of the declaration', ReceiptView)
  async sign(
    @Caller() caller: Caller,
    @Param('handover') id: string,
    @IfMatch() version: number,
    @Body() { rank, language, confirmation }: SignForm,
  ): Promise<HandoverReceipt> {
    const scene = await this.scene(caller, id);
    const words = wordsOf(caller, scene, language, rank);
    const { confirm } = declarationOf(scene, language);
    const isOpen = standsAgainst(scene, 'sign').length === 0;
    if (isOpen && !areSame(confirmation, confirm)) {
      throw new HttpProblem('input.refused', { errors: [{ field: 'confirmation', reason: `must be “${confirm}”` }] });
    }
    return answer(await this.signHandover.execute(requestOf(caller, id, version), words, null));
  }

  @Post(`${HANDOVER}/sign/paper`)
  @HttpCode(200)
  @May('handover.sign')
  @TakesFiles()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: PAPER_SCHEMA })
  @Described('Sign for your chair with the scan of a paper that was signed by hand', ReceiptView)
  async signOnPaper(
    @Caller() caller: Caller,
    @Param('handover') id: string,
    @IfMatch() version: number,
    @Req() request: FastifyRequest,
  ): Promise<HandoverReceipt> {
    const scene = await this.scene(caller, id);
    const { form, file } = await this.files.paper(request, caller, SignOnPaperForm);
    const words = wordsOf(caller, scene, form.language, form.rank);
    return answer(await this.signHandover.execute(requestOf(caller, id, version), words, file));
  }

  @Get(`${HANDOVER}/signatures/:round/:side/paper`)
  @May('handover.read')
  @Described('Download a signed paper', 'file')
  async paper(
    @Caller() caller: Caller,
    @Param() { handover, round, side }: Readonly<Record<'handover' | 'round' | 'side', string>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const number = round === '0' ? 0 : versionNumber(round);
    const file = answer(await this.passingFiles.paper(caller, handover, number, side));
    await sendFile(request, reply, file, file.open);
  }

  @Post(`${HANDOVER}/addenda`)
  @May('addendum.add')
  @TakesFiles()
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: ADDENDUM_SCHEMA })
  @Described('Add what came after the signing, with a document or without', 'json')
  async addendum(
    @Caller() caller: Caller,
    @Param('handover') id: string,
    @Req() request: FastifyRequest,
  ): Promise<AddendumReceipt> {
    await this.scene(caller, id);
    const { form, file } = await this.files.optional(request, caller, AddendumForm);
    const { title, text } = form;
    const added = await this.addAddendum.execute(caller.bodyId, id, caller.personId, { title, text, document: file });
    return answer(added);
  }

  @Get(`${HANDOVER}/addenda/:number/document`)
  @May('handover.read')
  @Described('Download the document of a late entry', 'file')
  async document(
    @Caller() caller: Caller,
    @Param() { handover, number }: Readonly<Record<'handover' | 'number', string>>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = answer(await this.passingFiles.addendum(caller, handover, versionNumber(number)));
    await sendFile(request, reply, file, file.open);
  }

  @Get(`${HANDOVER}/commitments`)
  @May('handover.read')
  @Described('What the incoming chair took on, those to be done first', 'json')
  async commitments(
    @Caller() caller: Caller,
    @Param('handover') id: string,
  ): Promise<{ readonly items: readonly Commitment[] }> {
    const found = await readHandover(this.database, caller, id, (em, { inside }) =>
      listCommitments(em, caller.bodyId, id, inside),
    );
    return { items: answer(found) };
  }

  private async scene(caller: Caller, id: string): Promise<PassingScene> {
    return answer(await readPassing(this.database, caller, id));
  }
}

function requestOf({ bodyId, personId }: Caller, handoverId: string, expectedVersion: number) {
  return { bodyId, handoverId, personId, expectedVersion };
}

function declarationOf(scene: PassingScene, language: SignedLanguage) {
  return declarationIn(language, scene, signingHat(scene.before.actor)?.side ?? 'outgoing');
}

function wordsOf({ personId }: Caller, scene: PassingScene, language: SignedLanguage, rank: string): SignedWords {
  const name = scene.names.get(personId) ?? personId;
  return { text: wholeDeclaration(declarationOf(scene, language)), language, rank, name };
}
