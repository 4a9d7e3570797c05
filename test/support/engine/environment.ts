/**
 * The surroundings in which n8n-core runs: a folder of its own instead of the user's, and a log that is kept instead
 * of printed. Must be the first import of whatever loads n8n-core.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { Logger } from '@n8n/backend-common';
import { Container } from '@n8n/di';
import { LoggerProxy } from 'n8n-workflow';

const folder = mkdtempSync(join(tmpdir(), 'feishu-engine-'));
process.env.N8N_USER_FOLDER = folder;
process.env.N8N_ENCRYPTION_KEY = 'engine-tests-only';

/** Everything that n8n logged in this test file, as text. */
export const logLines: string[] = [];

const keep = (...parts: unknown[]) => void logLines.push(parts.map((part) => inspect(part, { depth: 10 })).join(' '));
const logger = { error: keep, warn: keep, info: keep, debug: keep, scoped: () => logger };
Container.set(Logger, logger as unknown as Logger);
LoggerProxy.init(logger);

/** Where binary data is kept in the stored mode. */
export const binaryFolder = join(folder, 'binary');

afterAll(() => rmSync(folder, { recursive: true, force: true }));
