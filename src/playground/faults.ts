import type { Double, Fault } from './double.ts';

/** The fault that hits this call, if any; one with `times` is used up by it. */
export function takeFault(double: Double, method: string): Fault | undefined {
  const fault = double.faults.find((one) => one.method === method || one.method === '*');
  if (fault?.times !== undefined) {
    fault.times -= 1;
    if (fault.times <= 0) double.faults.splice(double.faults.indexOf(fault), 1);
  }
  return fault;
}

/** Resolves when the answers held back are released. */
export function heldBack(double: Double): Promise<void> {
  return new Promise((resolve) => double.held.push(resolve));
}

export function releaseHeld(double: Double): void {
  for (const release of double.held.splice(0)) release();
}

export function behave(double: Double): void {
  double.faults = [];
  releaseHeld(double);
}
