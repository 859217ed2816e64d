import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { Caller } from '../api/caller.js';
import { Described } from '../api/described.js';
import { IfMatch } from '../api/if-match.js';
import { May } from '../api/may.js';
import { pageOf, windowOf, type Page } from '../api/paging.js';
import { BODY_PATH } from '../api/paths.js';
import { ReceiptView } from '../api/receipt.js';
import { ApiTags } from '../api/swagger.js';
import { UuidPipe } from '../api/uuid.pipe.js';
import { IssueTokenForm, OfPersonQuery, RevokeForm } from './access.forms.js';
import { AccessQueries } from './access.queries.js';
import { IssuedTokenView, TokenView } from './access.views.js';
import { mayActFor } from './caller.js';
import { IssueToken } from './issue-token.js';
import { RevokeToken } from './revoke-token.js';
import { hashOfToken, newTokenSecret } from './token-secret.js';

@ApiTags('tokens')
@Controller(`${BODY_PATH}/tokens`)
export class TokensController {
  constructor(
    private readonly queries: AccessQueries,
    private readonly issueToken: IssueToken,
    private readonly revokeToken: RevokeToken,
  ) {}

  @Get()
  @May('token.read')
  @Described('List tokens, without their secrets', [TokenView], 'One’s own; everyone’s for the secretariat.')
  async list(@Caller() caller: Caller, @Query() query: OfPersonQuery): Promise<Page<TokenView>> {
    const window = windowOf(query, 'uuid');
    const isSecretariat = caller.roles.includes('secretariat');
    const person = query.person ?? (isSecretariat ? null : caller.personId);
    // What is another person's is as good as not there.
    const tokens =
      person === null || mayActFor(caller, person) ? await this.queries.tokens(caller.bodyId, person, window) : [];
    return pageOf(tokens, window, ({ id }) => [id]);
  }

  @Get(':token')
  @May('token.read')
  @Described('Read about a token', TokenView, 'One’s own; anyone’s for the secretariat.')
  async read(@Caller() caller: Caller, @Param('token', UuidPipe) id: string): Promise<TokenView> {
    const token = answer(await this.queries.token(caller.bodyId, id));
    return answer(mayActFor(caller, token.personId) ? token : null);
  }

  @Post()
  @May('token.issue')
  @Described('Issue a token', IssuedTokenView, 'The secret is in this answer and nowhere else.')
  async issue(@Caller() caller: Caller, @Body() form: IssueTokenForm): Promise<IssuedTokenView> {
    const { personId, label, expiresOn = null } = form;
    const secret = newTokenSecret();
    // The receipt is kept for a repeated request; the secret is added after, and so is not.
    const receipt = answer(await this.issueToken.execute(caller, { personId, label, expiresOn }, hashOfToken(secret)));
    return { ...receipt, secret };
  }

  @Post(':token/revoke')
  @HttpCode(200)
  @May('token.revoke')
  @Described('Revoke a token at once', ReceiptView)
  async revoke(
    @Caller() caller: Caller,
    @Param('token', UuidPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason }: RevokeForm,
  ): Promise<ReceiptView> {
    return answer(await this.revokeToken.execute(caller, id, version, reason));
  }
}
