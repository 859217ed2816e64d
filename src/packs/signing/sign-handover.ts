import { Injectable } from '@nestjs/common';
import type { Refused } from '../../engine/decision.js';
import type { Declaration } from '../../engine/handovers/handover.js';
import { MoveHandover, type HandoverReceipt, type HandoverRequest } from '../../handovers/move-handover.js';
import type { ReceivedContent } from '../incoming-files.js';
import { KeepContent } from '../keep-content.js';

/** What somebody signs: the words they confirmed, or those on the paper that they signed by hand. */
export type SignedWords = Omit<Declaration, 'paper'>;

/** The scan of a signed paper, looked into. */
export interface ScannedPaper {
  readonly content: ReceivedContent;
  readonly mediaType: string;
}

/** One chair signs, through a lead of it or who stands in for one. */
@Injectable()
export class SignHandover {
  constructor(
    private readonly moveHandover: MoveHandover,
    private readonly content: KeepContent,
  ) {}

  /** Null when there is no such handover. A paper is kept by its digest, which the account names. */
  async execute(
    request: HandoverRequest,
    words: SignedWords,
    scanned: ScannedPaper | null,
  ): Promise<HandoverReceipt | Refused | null> {
    if (scanned === null) return this.moveHandover.execute(request, { move: 'sign', declaration: words });
    const { bodyId } = request;
    const { content, mediaType } = scanned;
    const { sha256, bytes } = content;
    const declaration = { ...words, paper: { sha256, bytes, mediaType } };
    return this.content.around(bodyId, content, () =>
      this.moveHandover.execute(request, { move: 'sign', declaration }, (em) =>
        this.content.expect(em, { bodyId, sha256 }),
      ),
    );
  }
}
