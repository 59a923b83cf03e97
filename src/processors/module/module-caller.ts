/** Calls what a module brings along, so that what it does to the process, or never does, is told by its name. */
export interface ModuleCaller {
  /** What may answer later. @throws TaskFailure */
  later<T>(call: ModuleCall, work: () => T | Promise<T>): Promise<T>;
  /** What answers at once. @throws TaskFailure */
  now<T>(call: ModuleCall, work: () => T): T;
}

/** What is called, for messages. */
export interface ModuleCall {
  readonly who: string;
  readonly doing: string;
  readonly never?: string;
}
