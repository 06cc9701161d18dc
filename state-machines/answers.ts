/** What a machine is told when whatever it asked does not answer, or breaks. */
const UNAVAILABLE = { ok: false, code: 'unavailable' } as const;

/**
 * How a machine goes on when something it asked outside answers with a `Result`: to one state when it is ok, to another
 * when it is not or never comes, and what was answered is always kept by the same action.
 * @returns for that action (its params are `{ result }`): `to` for an invocation, `none` for the wait beside it
 */
export function answersKeptBy<Output extends { readonly ok: boolean }>() {
  return <Action extends string>(type: Action) => {
    interface Answered {
      readonly event: { readonly output: Output };
    }
    const keep = { type, params: ({ event }: Answered) => ({ result: event.output }) } as const;
    const none = <Target extends string>(target: Target) =>
      ({ target, actions: { type, params: { result: UNAVAILABLE } } }) as const;
    const to = <Done extends string, Trouble extends string>(done: Done, trouble: Trouble) =>
      ({
        onDone: [
          { guard: ({ event }: Answered) => event.output.ok, target: done, actions: keep },
          { target: trouble, actions: keep },
        ],
        onError: none(trouble),
      }) as const;
    return { to, none };
  };
}
