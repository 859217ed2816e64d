import { Controller, Get, Param, Post } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { May } from '../api/may.js';
import { Database } from '../storage/database.js';
import { check, TypedForm, type FieldErrors, type Typed } from '../web/form.js';
import { gateSentence, isolated } from '../web/gate-words.js';
import { Page, Pages, Viewer } from '../web/page.js';
import { paths } from '../web/paths.js';
import { done, show, showAgain, type GoTo, type View } from '../web/view.js';
import { findFrame, type HandoverFrame } from './handover-frame.queries.js';
import { ImportLinks, type LinkFault, type ListedLink } from './import-links.js';
import { readLinkList, type TypedLink } from './link-list.js';
import { LinkForm, linkOf, MOST_LINKS } from './links.forms.js';
import { readHandover } from './read-handover.js';
import { LinksPage } from './views/links-page.js';

/** A list of links as evidence: typed, or pasted from a spreadsheet. */
@Pages()
@Controller('bodies/:body/handovers/:handover/links')
export class LinksPages {
  constructor(
    private readonly database: Database,
    private readonly importLinks: ImportLinks,
  ) {}

  @Get()
  @May('evidence.add')
  async ask(@Viewer() viewer: Viewer, @Page() page: Page, @Param('handover') id: string): Promise<View> {
    return show(<LinksPage page={page} viewer={viewer} frame={await this.frame(viewer, id)} />);
  }

  @Post()
  @May('evidence.add')
  async import(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') id: string,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    const frame = await this.frame(viewer, id);
    const again = (faults: readonly string[]): View =>
      showAgain(<LinksPage page={page} viewer={viewer} frame={frame} typed={typed} faults={faults} />);
    const lines = readLinkList(typed.links ?? '');
    const { none, most, done: said } = page.texts.tasks.links;
    if (lines.length === 0) return again([none]);
    if (lines.length > MOST_LINKS) return again([most(MOST_LINKS)]);
    const { links, faults } = checked(page, lines);
    if (faults.length > 0) return again(faults);
    const place = { bodyId: viewer.bodyId, handoverId: id, personId: viewer.personId };
    const imported = answer(await this.importLinks.execute(place, links));
    if (imported.faults !== null) return again(imported.faults.flatMap((fault) => told(page, lines, links, fault)));
    return done(`${paths.tasks(viewer.bodyId, id)}?show=all`, said(imported.added.length));
  }

  private async frame(viewer: Viewer, handoverId: string): Promise<HandoverFrame> {
    const { bodyId, personId } = viewer;
    return answer(
      await readHandover(this.database, viewer, handoverId, (em) => findFrame(em, bodyId, handoverId, personId)),
    );
  }
}

/** Each line by the rules for a link that is added alone. */
function checked(page: Page, lines: readonly TypedLink[]): { links: ListedLink[]; faults: string[] } {
  const links: ListedLink[] = [];
  const faults: string[] = [];
  for (const { line, fields } of lines) {
    const { form, errors } = check(LinkForm, fields);
    if (errors === null) links.push(linkOf(form));
    else faults.push(...brokenRules(page, line, errors));
  }
  return { links, faults };
}

function brokenRules(page: Page, line: number, errors: FieldErrors): string[] {
  const { fields, line: at } = page.texts.tasks.links;
  return Object.entries(errors).map(([field, rule]) => {
    const name = field in fields ? fields[field as keyof typeof fields] : field;
    return at(line, `${name}: ${page.texts.layout.fields[rule]}`);
  });
}

function told(page: Page, lines: readonly TypedLink[], links: readonly ListedLink[], fault: LinkFault): string[] {
  const { faults, line: at } = page.texts.tasks.links;
  const line = lines[fault.place]?.line ?? 0;
  if (fault.what === 'refused') return fault.gates.map((gate) => at(line, gateSentence(page, gate)));
  const link = links[fault.place];
  const named = fault.what === 'no_task' ? link?.taskId : link?.reference;
  return [at(line, `${isolated(page, named ?? '')} ${faults[fault.what]}`)];
}
