import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { systemClock } from '../../../../feishu/longConnection/clock';

it('calls back after the time, and not before', async () => {
	const start = performance.now();
	await new Promise<void>((resolve) => systemClock.after(30, resolve));
	expect(performance.now() - start).toBeGreaterThanOrEqual(28);
});

it('does not call back what was called off', async () => {
	const called: string[] = [];
	const callOff = systemClock.after(5, () => called.push('called off'));
	callOff();
	await new Promise<void>((resolve) => systemClock.after(30, resolve));
	expect(called).toEqual([]);
});

it('survives the garbage collector, holds long times, and keeps no process alive', () => {
	const script = `
		const { systemClock } = require(${JSON.stringify(join(__dirname, '../../../../feishu/longConnection/clock.ts'))});
		let fired = 0;
		systemClock.after(3_600_000, () => console.log('keeps alive'));
		systemClock.after(2 ** 40, () => console.log('overflows'));
		for (let index = 0; index < 100; index += 1) systemClock.after(200, () => fired += 1);
		for (let index = 0; index < 10; index += 1) globalThis.gc();
		setTimeout(() => console.log('fired ' + fired), 400);
	`;
	const output = execFileSync(process.execPath, ['--expose-gc', '--import', 'tsx', '--eval', script], {
		cwd: join(__dirname, '../../../..'),
		encoding: 'utf8',
		timeout: 20_000,
	});
	expect(output.trim()).toBe('fired 100');
});
