import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { answer } from '../api/answer.js';
import { Caller } from '../api/caller.js';
import { Described } from '../api/described.js';
import { JsonDocument, refuseProblems } from '../api/json-document.js';
import { May } from '../api/may.js';
import { BODY_PATH } from '../api/paths.js';
import { ApiTags } from '../api/swagger.js';
import { TakesUpTo } from '../api/takes-up-to.js';
import { Database } from '../storage/database.js';
import { ImportRotation, type ImportReceipt } from './import-rotation.js';
import { ImportReceiptView } from './rotation.views.js';
import { ChairQuery } from './terms.forms.js';
import { findChairs, findRotation } from './terms.queries.js';
import { ChairsView, RotationView } from './terms.views.js';

const TWO_MIB = 2 * 1024 * 1024;

/** The rotation as a whole: who chairs when, what is wrong with it, and where it comes from. */
@ApiTags('Rotation')
@Controller(BODY_PATH)
export class RotationApi {
  constructor(
    private readonly database: Database,
    private readonly importRotation: ImportRotation,
  ) {}

  @Get('chair')
  @May('term.read')
  @Described('Say who chairs on a day', ChairsView)
  async chair(@Caller() { bodyId }: Caller, @Query() { on }: ChairQuery): Promise<ChairsView> {
    return answer(await this.database.read(bodyId, (em) => findChairs(em, bodyId, on ?? null)));
  }

  @Get('rotation')
  @May('term.read')
  @Described('Read the whole rotation, with its gaps and overlaps', RotationView)
  async rotation(@Caller() { bodyId }: Caller): Promise<RotationView> {
    return answer(await this.database.read(bodyId, (em) => findRotation(em, bodyId)));
  }

  @Post('rotation/import')
  @HttpCode(200)
  @May('rotation.import')
  @TakesUpTo(TWO_MIB)
  @Described(
    'Import a rotation from JSON, all or nothing',
    ImportReceiptView,
    'Of one body, or of several of which this one is taken. Members that are missing are added. The same document again changes nothing.',
  )
  async import(@Caller() caller: Caller, @JsonDocument() sent: unknown): Promise<ImportReceipt> {
    const result = await this.importRotation.execute(caller, sent);
    if (result !== null && 'problems' in result) refuseProblems(result.problems);
    return answer<ImportReceipt>(result);
  }
}
