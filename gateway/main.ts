import type { Command } from './commands/command.ts';

/** `npm run gateway -- <command> …`; without one of these it serves. Loaded when asked for: a server is large. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  decide: async () => (await import('./commands/decide.ts')).decide,
  'iam-smart': async () => (await import('./iam-smart/command.ts')).iamSmart,
  policy: async () => (await import('./commands/policy.ts')).policy,
  records: async () => (await import('./records/command.ts')).records,
  sms: async () => (await import('./sms/command.ts')).sms,
  bookings: async () => (await import('./tickets/command.ts')).bookings,
  tickets: async () => (await import('./tickets/command.ts')).tickets,
  usability: async () => (await import('./usability/command.ts')).usability,
  'service-centre': async () => (await import('./service-centres/command.ts')).serviceCentre,
  staff: async () => (await import('./staff/command.ts')).staff,
  'day-reports': async () => (await import('./day-reports/command.ts')).dayReports,
  remainders: async () => (await import('./day-reports/command.ts')).remainders,
  notices: async () => (await import('./notices/command.ts')).notices,
  'reference-data': async () => (await import('./reference-data/command.ts')).referenceData,
};

const [name = '', ...rest] = process.argv.slice(2);
const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (load === undefined) {
  const { serve } = await import('./commands/serve.ts');
  await serve(process.argv.slice(2));
} else {
  const command = await load();
  await command(rest);
}
