import { parseArgs } from 'node:util';
import { startSimulator } from './index';

const USAGE = 'npm run simulator -- [--port N] [--accounts-port N] [--json] [--no-rate-limits] [--latency MS]';

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			port: { type: 'string' },
			'accounts-port': { type: 'string' },
			json: { type: 'boolean' },
			'no-rate-limits': { type: 'boolean' },
			latency: { type: 'string' },
		},
	});
	const number = (name: 'port' | 'accounts-port' | 'latency') => {
		const value = Number(values[name] ?? 0);
		if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} takes a whole number. Usage: ${USAGE}`);
		return value;
	};
	const simulator = await startSimulator({
		port: number('port'),
		accountsPort: number('accounts-port'),
		latencyMs: number('latency'),
		rateLimits: !values['no-rate-limits'],
	});
	const { url, accountsUrl, appId, appSecret, encryptKey, verificationToken, customBots } = simulator;
	const lines = [
		`Feishu simulator: ${url} (OpenAPI, the chat page, and the pages of bases at /base and of spreadsheets at /sheets)`,
		`Accounts host:      ${accountsUrl} (where people consent)`,
		`App ID:             ${appId}`,
		`App Secret:         ${appSecret}`,
		`Encrypt Key:        ${encryptKey}`,
		`Verification Token: ${verificationToken}`,
		...customBots.map(({ name, url: hook, secret }) => `${name}: ${hook}${secret ? ` (secret ${secret})` : ''}`),
	];
	process.stdout.write(
		`${values.json ? JSON.stringify({ url, accountsUrl, appId, appSecret, encryptKey, verificationToken, customBots }) : lines.join('\n')}\n`,
	);
	const stop = () => void simulator.close().then(() => process.exit(0));
	process.once('SIGINT', stop);
	process.once('SIGTERM', stop);
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
});
