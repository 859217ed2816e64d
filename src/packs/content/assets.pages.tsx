import { Controller, Get, Param, Post } from '@nestjs/common';
import { answer } from '../../api/answer.js';
import { May } from '../../api/may.js';
import { UuidPipe } from '../../api/uuid.pipe.js';
import type { Refused } from '../../engine/decision.js';
import type { AssetMove } from '../../engine/handovers/asset.js';
import { findFrame, type HandoverFrame } from '../../handovers/handover-frame.queries.js';
import { readHandover } from '../../handovers/read-handover.js';
import { Database, isRefused } from '../../storage/database.js';
import { check, TypedForm, type FieldErrors, type Typed } from '../../web/form.js';
import { versionTyped } from '../../web/outcome.js';
import { Page, Pages, Viewer } from '../../web/page.js';
import { paths } from '../../web/paths.js';
import { done, show, showAgain, type GoTo, type View } from '../../web/view.js';
import { NewAssetForm, SendBackForm } from './assets.forms.js';
import { listAssets, type Asset } from './assets.queries.js';
import { ChangeAsset, type AssetReceipt } from './change-asset.js';
import { AssetsPage } from './views/assets-page.js';
import { SendBackPage } from './views/send-back-page.js';

interface Found {
  readonly frame: HandoverFrame;
  readonly assets: readonly Asset[];
  readonly inside: boolean;
}

/** What changes hands with the chair: listed, handed over by one side, confirmed by the other. */
@Pages()
@Controller('bodies/:body/handovers/:handover/pack/assets')
export class AssetsPages {
  constructor(
    private readonly database: Database,
    private readonly changeAsset: ChangeAsset,
  ) {}

  @Get()
  @May('handover.read')
  async list(@Viewer() viewer: Viewer, @Page() page: Page, @Param('handover') id: string): Promise<View> {
    return show(<AssetsPage page={page} viewer={viewer} {...await this.find(viewer, id)} />);
  }

  @Post()
  @May('asset.add')
  async add(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') id: string,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    const { form, errors } = check(NewAssetForm, typed);
    if (errors !== null) return this.again(page, viewer, id, { typed, errors });
    const added = await this.changeAsset.add(this.place(viewer, id), form.kind, form.name);
    if (isRefused(added)) return this.again(page, viewer, id, { typed, refused: added });
    answer(added);
    return done(paths.assets(viewer.bodyId, id), page.texts.pack.assets.done.add(form.name));
  }

  @Post(':asset/transfer')
  @May('asset.change')
  async transfer(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') id: string,
    @Param('asset', UuidPipe) assetId: string,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.move(viewer, page, id, assetId, typed, 'transfer');
  }

  @Post(':asset/confirm')
  @May('asset.change')
  async confirm(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') id: string,
    @Param('asset', UuidPipe) assetId: string,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.move(viewer, page, id, assetId, typed, 'confirm');
  }

  @Post(':asset/remove')
  @May('asset.change')
  async remove(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') id: string,
    @Param('asset', UuidPipe) assetId: string,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    return this.move(viewer, page, id, assetId, typed, 'remove');
  }

  @Get(':asset/send-back')
  @May('asset.change')
  async askSendBack(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') id: string,
    @Param('asset', UuidPipe) assetId: string,
  ): Promise<View> {
    const { frame, asset } = await this.findOne(viewer, id, assetId);
    return show(<SendBackPage page={page} viewer={viewer} frame={frame} asset={asset} />);
  }

  @Post(':asset/send-back')
  @May('asset.change')
  async sendBack(
    @Viewer() viewer: Viewer,
    @Page() page: Page,
    @Param('handover') id: string,
    @Param('asset', UuidPipe) assetId: string,
    @TypedForm() typed: Typed,
  ): Promise<View | GoTo> {
    const { frame, asset } = await this.findOne(viewer, id, assetId);
    const again = (errors: FieldErrors, refused?: Refused): View => {
      const gates = refused?.gates ?? [];
      return showAgain(<SendBackPage {...{ page, viewer, frame, asset, typed, errors, gates }} />);
    };
    const { form, errors } = check(SendBackForm, typed);
    if (errors !== null) return again(errors);
    const version = versionTyped(typed);
    const sent = await this.changeAsset.change(this.place(viewer, id), assetId, version, 'sendBack', form.reason);
    if (isRefused(sent)) return again({}, sent);
    answer(sent);
    return done(paths.assets(viewer.bodyId, id), page.texts.pack.assets.done.sendBack(asset.name));
  }

  private async move(
    viewer: Viewer,
    page: Page,
    id: string,
    assetId: string,
    typed: Typed,
    move: Exclude<AssetMove, 'add' | 'sendBack'>,
  ): Promise<View | GoTo> {
    const { asset } = await this.findOne(viewer, id, assetId);
    const version = versionTyped(typed);
    const moved: AssetReceipt | Refused | null = await this.changeAsset.change(
      this.place(viewer, id),
      assetId,
      version,
      move,
    );
    if (isRefused(moved)) return this.again(page, viewer, id, { refused: moved });
    answer(moved);
    return done(paths.assets(viewer.bodyId, id), page.texts.pack.assets.done[move](asset.name));
  }

  /** The list as it stands now, with what was typed and what stands against it. */
  private async again(
    page: Page,
    viewer: Viewer,
    id: string,
    { typed = {}, errors = {}, refused }: { typed?: Typed; errors?: FieldErrors; refused?: Refused },
  ): Promise<View> {
    const found = await this.find(viewer, id);
    const gates = refused?.gates ?? [];
    return showAgain(<AssetsPage page={page} viewer={viewer} {...found} typed={typed} errors={errors} gates={gates} />);
  }

  private place({ bodyId, personId }: Viewer, handoverId: string) {
    return { bodyId, handoverId, personId };
  }

  private async find(viewer: Viewer, handoverId: string): Promise<Found> {
    const { bodyId, personId } = viewer;
    const found = await readHandover(this.database, viewer, handoverId, async (em, { inside }) => {
      const [frame, assets] = await Promise.all([
        findFrame(em, bodyId, handoverId, personId),
        inside ? listAssets(em, bodyId, handoverId) : [],
      ]);
      return frame === null ? null : { frame, assets, inside };
    });
    return answer(found);
  }

  private async findOne(viewer: Viewer, handoverId: string, assetId: string): Promise<Found & { asset: Asset }> {
    const found = await this.find(viewer, handoverId);
    return { ...found, asset: answer(found.assets.find(({ id }) => id === assetId) ?? null) };
  }
}
