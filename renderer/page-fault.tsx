import { Component, type ReactNode } from 'react';

/** Catches a bug in drawing: shows a still page in both languages; main then replaces the page. */
export class PageFault extends Component<{ children: ReactNode; onFault: () => void }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(): void {
    this.props.onFault();
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main data-screen="page-fault">
        <h1>請稍候 One moment</h1>
      </main>
    );
  }
}
