import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { answer } from '../../api/answer.js';
import { Caller } from '../../api/caller.js';
import { Described } from '../../api/described.js';
import { IfMatch } from '../../api/if-match.js';
import { May } from '../../api/may.js';
import { BODY_PATH } from '../../api/paths.js';
import { ReceiptView } from '../../api/receipt.js';
import { ApiTags } from '../../api/swagger.js';
import { UuidPipe } from '../../api/uuid.pipe.js';
import { readHandover } from '../../handovers/read-handover.js';
import { Database } from '../../storage/database.js';
import { NewAssetForm, SendBackForm } from './assets.forms.js';
import { listAssets, type Asset } from './assets.queries.js';
import { ChangeAsset, type AssetPlace, type AssetReceipt } from './change-asset.js';
import { findPack, markingsFor } from './load-pack.js';
import type { Pack } from './pack.js';

/** The pack as a whole, and what changes hands with the chair. */
@ApiTags('Pack')
@Controller(`${BODY_PATH}/handovers/:handover/pack`)
export class AssetsApi {
  constructor(
    private readonly database: Database,
    private readonly changeAsset: ChangeAsset,
  ) {}

  @Get()
  @May('handover.read')
  @Described('The whole pack, as far as you may read it: sections, documents, plan, meetings, contacts, assets', 'json')
  async pack(@Caller() caller: Caller, @Param('handover') handoverId: string): Promise<Pack> {
    const found = await readHandover(this.database, caller, handoverId, (em, reader) =>
      findPack(em, caller.bodyId, handoverId, markingsFor(reader)),
    );
    return answer(found);
  }

  @Get('assets')
  @May('handover.read')
  @Described('What changes hands; nothing of it for those who do not work in the handover', 'json')
  async list(
    @Caller() caller: Caller,
    @Param('handover') handoverId: string,
  ): Promise<{ readonly items: readonly Asset[] }> {
    const found = await readHandover(this.database, caller, handoverId, async (em, { inside }) => ({
      items: inside ? await listAssets(em, caller.bodyId, handoverId) : [],
    }));
    return answer(found);
  }

  @Post('assets')
  @May('asset.add')
  @Described('Put something that changes hands on the list', ReceiptView)
  async add(
    @Caller() caller: Caller,
    @Param('handover') handoverId: string,
    @Body() { kind, name }: NewAssetForm,
  ): Promise<AssetReceipt> {
    return answer(await this.changeAsset.add(placeOf(caller, handoverId), kind, name));
  }

  @Post('assets/:asset/transfer')
  @HttpCode(200)
  @May('asset.change')
  @Described('Say that it was handed over', ReceiptView)
  async transfer(
    @Caller() caller: Caller,
    @Param('handover') handoverId: string,
    @Param('asset', UuidPipe) id: string,
    @IfMatch() version: number,
  ): Promise<AssetReceipt> {
    return answer(await this.changeAsset.change(placeOf(caller, handoverId), id, version, 'transfer'));
  }

  @Post('assets/:asset/confirm')
  @HttpCode(200)
  @May('asset.change')
  @Described('Say for the receiving side that it works', ReceiptView)
  async confirm(
    @Caller() caller: Caller,
    @Param('handover') handoverId: string,
    @Param('asset', UuidPipe) id: string,
    @IfMatch() version: number,
  ): Promise<AssetReceipt> {
    return answer(await this.changeAsset.change(placeOf(caller, handoverId), id, version, 'confirm'));
  }

  @Post('assets/:asset/send-back')
  @HttpCode(200)
  @May('asset.change')
  @Described('Say for the receiving side that it does not work', ReceiptView)
  async sendBack(
    @Caller() caller: Caller,
    @Param('handover') handoverId: string,
    @Param('asset', UuidPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason }: SendBackForm,
  ): Promise<AssetReceipt> {
    return answer(await this.changeAsset.change(placeOf(caller, handoverId), id, version, 'sendBack', reason));
  }

  @Post('assets/:asset/remove')
  @HttpCode(200)
  @May('asset.change')
  @Described('Take it off the list', ReceiptView)
  async remove(
    @Caller() caller: Caller,
    @Param('handover') handoverId: string,
    @Param('asset', UuidPipe) id: string,
    @IfMatch() version: number,
  ): Promise<AssetReceipt> {
    return answer(await this.changeAsset.change(placeOf(caller, handoverId), id, version, 'remove'));
  }
}

function placeOf({ bodyId, personId }: Caller, handoverId: string): AssetPlace {
  return { bodyId, handoverId, personId };
}
