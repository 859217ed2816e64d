import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OpenToAll } from '../api/may.js';
import { HttpProblem } from '../api/problem.js';
import { assetAt, isWorthPacking, packedContent } from './assets.js';
import { encodingFor } from './encoding.js';
import { Pages } from './page.js';

/** A thread of a browser goes by the policy that comes with its own script: ours asks for nothing over the network. */
const SHUT = "default-src 'none'";
const YEAR = 'public, max-age=31536000, immutable';

/** Style, scripts, fonts and icons: the same for everyone, and for ever. */
@Pages()
@Controller('assets')
export class AssetsPages {
  @Get(':file')
  @OpenToAll()
  async file(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const asset = assetAt(`/assets/${file}`);
    if (asset === undefined) throw new HttpProblem('not_found');
    const encoding = isWorthPacking(asset) ? encodingFor(request) : null;
    const content = encoding === null ? asset.content : await packedContent(asset, encoding);
    if (encoding !== null) reply.header('content-encoding', encoding);
    await reply
      .header('content-type', asset.type)
      .header('cache-control', YEAR)
      .header('vary', 'Accept-Encoding')
      .header('content-security-policy', SHUT)
      .header('cross-origin-resource-policy', 'same-origin')
      .send(content);
  }
}
