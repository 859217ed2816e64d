import { Controller, Get, Param, Post } from '@nestjs/common';
import { LANGUAGE_NAMES } from '../../config/languages/pages.js';
import { answer } from '../api/answer.js';
import { May } from '../api/may.js';
import { UuidPipe } from '../api/uuid.pipe.js';
import { Database } from '../storage/database.js';
import { check, TypedForm, type Typed } from '../web/form.js';
import { gatesOf, versionTyped } from '../web/outcome.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { paths } from '../web/paths.js';
import { done, show, showAgain, View, type GoTo } from '../web/view.js';
import { ChangePerson } from './change-person.js';
import { EndSession } from './end-session.js';
import { IssueToken } from './issue-token.js';
import { RevokeToken } from './revoke-token.js';
import { OwnLanguageForm, OwnTokenForm } from './settings.forms.js';
import { findOwnSettings, type OwnSettings } from './settings.queries.js';
import { hashOfToken, newTokenSecret } from './token-secret.js';
import { SettingsPage } from './views/settings-page.js';
import { TokenPage } from './views/token-page.js';

/** What the reader can see and change of themselves. */
@Pages()
@Controller('settings')
export class SettingsPages {
  constructor(
    private readonly database: Database,
    private readonly changePerson: ChangePerson,
    private readonly endSession: EndSession,
    private readonly issueToken: IssueToken,
    private readonly revokeToken: RevokeToken,
  ) {}

  @Get()
  @May('me.read')
  async settings(@Viewer() viewer: Viewer, @Page() page: Page): Promise<View> {
    return show(<SettingsPage page={page} viewer={viewer} own={await this.find(viewer)} />);
  }

  @Post('language')
  @May('me.change')
  async language(@Viewer() viewer: Viewer, @Page() page: Page, @TypedForm() typed: Typed): Promise<View | GoTo> {
    const { form, errors } = check(OwnLanguageForm, typed);
    const shown = { page, viewer, typed };
    if (form === null) return showAgain(<SettingsPage {...shown} own={await this.find(viewer)} errors={errors} />);
    const { language } = form;
    const gates = gatesOf(await this.changePerson.execute(viewer, viewer.personId, versionTyped(typed), { language }));
    if (gates.length > 0) {
      return new View(<SettingsPage {...shown} own={await this.find(viewer)} gates={gates} />, 409);
    }
    return done(paths.settings, page.texts.settings.languageChanged(LANGUAGE_NAMES[language]));
  }

  @Post('sessions/:session/end')
  @May('me.read')
  async end(@Viewer() viewer: Viewer, @Page() page: Page, @Param('session', UuidPipe) id: string): Promise<GoTo> {
    answer(await this.endSession.execute(viewer, id));
    return done(paths.settings, page.texts.settings.sessionEnded);
  }

  /** The secret stands on this one page and nowhere else, so this form leads to no other. */
  @Post('tokens')
  @May('token.issue')
  async issue(@Viewer() viewer: Viewer, @Page() page: Page, @TypedForm() typed: Typed): Promise<View> {
    const { form, errors } = check(OwnTokenForm, typed);
    const shown = { page, viewer, typed };
    if (form === null) return showAgain(<SettingsPage {...shown} own={await this.find(viewer)} errors={errors} />);
    const { label, expiresOn = null } = form;
    const secret = newTokenSecret();
    const wanted = { personId: viewer.personId, label, expiresOn };
    const gates = gatesOf(await this.issueToken.execute(viewer, wanted, hashOfToken(secret)));
    if (gates.length > 0) {
      return new View(<SettingsPage {...shown} own={await this.find(viewer)} gates={gates} />, 409);
    }
    return show(<TokenPage page={page} viewer={viewer} label={label} secret={secret} />);
  }

  @Post('tokens/:token/revoke')
  @May('token.revoke')
  async revoke(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @TypedForm() typed: Typed,
    @Param('token', UuidPipe) id: string,
  ): Promise<View | GoTo> {
    const gates = gatesOf(await this.revokeToken.execute(viewer, id, versionTyped(typed)));
    if (gates.length === 0) return done(paths.settings, page.texts.settings.tokenRevoked);
    return new View(<SettingsPage page={page} viewer={viewer} own={await this.find(viewer)} gates={gates} />, 409);
  }

  private async find({ bodyId, personId }: Viewer): Promise<OwnSettings> {
    return answer(await this.database.read(bodyId, (em) => findOwnSettings(em, bodyId, personId)));
  }
}
