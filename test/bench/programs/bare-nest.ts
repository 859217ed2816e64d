import 'reflect-metadata';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { HANDOVER_ENTITIES } from '../../../src/handovers/handovers.entity.js';
import { PEOPLE_ENTITIES } from '../../../src/people/people.entity.js';
import { dataSourceOptions } from '../../../src/storage/data-source.js';

/** What Gavel's start and memory are measured against: Nest, Fastify and TypeORM with the same rows, and one route. */
const { DATABASE_URL = '', PORT } = process.env;

@Controller()
class ReadyController {
  constructor(private readonly dataSource: DataSource) {}

  @Get('readyz')
  async ready(): Promise<object> {
    await this.dataSource.query('SELECT 1');
    return { ready: true };
  }
}

const entities = [...PEOPLE_ENTITIES, ...HANDOVER_ENTITIES];

@Module({
  imports: [TypeOrmModule.forRoot(dataSourceOptions(DATABASE_URL, entities, 10, () => undefined))],
  controllers: [ReadyController],
})
class BareModule {}

const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), { logger: false });
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
await app.listen(Number(PORT), '127.0.0.1');
