import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { InputPipe } from '../../api/input.pipe.js';
import { HttpProblem, type FieldProblem } from '../../api/problem.js';
import type { Caller } from '../../people/caller.js';
import { reasonOf, type FileProblem } from '../file-problem.js';
import { Uploads, type TakenFile } from '../uploads.forms.js';

type FormClass<Form extends object> = new () => Form;

/** Reads what programs send with a file, or tells all that is wrong with both. */
@Injectable()
export class FilesOfApi {
  private readonly input = new InputPipe();

  constructor(private readonly uploads: Uploads) {}

  /** A form with a PDF. */
  async paper<Form extends object>(
    request: FastifyRequest,
    caller: Caller,
    type: FormClass<Form>,
  ): Promise<{ form: Form; file: TakenFile }> {
    const { form, file } = await this.optional(request, caller, type);
    if (file?.mediaType === 'application/pdf') return { form, file };
    if (file === null) throw wrongFile('is missing');
    await this.uploads.discard(file);
    throw wrongFile('must be a PDF by its content');
  }

  /** A form that may come with a file. */
  async optional<Form extends object>(
    request: FastifyRequest,
    caller: Caller,
    type: FormClass<Form>,
  ): Promise<{ form: Form; file: TakenFile | null }> {
    const { typed, file, problem } = await this.uploads.read(request, caller, () => undefined);
    // What the request was, for whoever sends it a second time under the same key.
    request.body = { ...typed, sha256: file?.content.sha256 ?? null, fileName: file?.fileName ?? null };
    const wrong = this.problemsOf(problem);
    try {
      const form = this.input.transform(typed, { type: 'body', metatype: type }) as Form;
      if (wrong.length > 0) throw new HttpProblem('input.refused', { errors: wrong });
      return { form, file };
    } catch (error) {
      if (file !== null) await this.uploads.discard(file);
      throw error;
    }
  }

  private problemsOf(problem: FileProblem | null): FieldProblem[] {
    if (problem === null || problem === 'missing') return [];
    return [{ field: 'file', reason: reasonOf(problem, this.uploads.limit) }];
  }
}

function wrongFile(reason: string): HttpProblem {
  return new HttpProblem('input.refused', { errors: [{ field: 'file', reason }] });
}
