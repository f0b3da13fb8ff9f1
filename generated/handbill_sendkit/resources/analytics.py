"""The analytics of the workspace, and its reports on one campaign."""

from __future__ import annotations

from datetime import date

from pydantic import MISSING

from .._client import AsyncClient, Client
from .._operation import Arguments, Operation
from ..models import AnalyticsOverviewResponse, CampaignReportResponse, DailyAnalyticsResponse

_GET_OVERVIEW: Operation[AnalyticsOverviewResponse] = Operation(
    id="getAnalyticsOverview",
    method="GET",
    path="/v1/analytics/overview",
    results={"200": AnalyticsOverviewResponse},
)

_GET_DAILY: Operation[DailyAnalyticsResponse] = Operation(
    id="getDailyAnalytics",
    method="GET",
    path="/v1/analytics/daily",
    results={"200": DailyAnalyticsResponse},
)

_GET_CAMPAIGN: Operation[CampaignReportResponse] = Operation(
    id="getPerCampaignAnalytics",
    method="GET",
    path="/v1/analytics/campaigns/{campaignId}",
    results={"200": CampaignReportResponse},
)

_GET_CAMPAIGN_DAILY: Operation[DailyAnalyticsResponse] = Operation(
    id="getDailyCampaignAnalytics",
    method="GET",
    path="/v1/analytics/daily/campaigns/{campaignId}",
    results={"200": DailyAnalyticsResponse},
)


class Analytics:
    """The analytics of the workspace, and its reports on one campaign."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def get_overview(self) -> AnalyticsOverviewResponse:
        """Get the overview of the workspace.

        Adds up all campaigns of the workspace. Rates are percentages with one decimal, as text.
        Which replies are positive follows from the AI tags of the workspace that are marked so.

        Returns:
            The overview.

        Raises:
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(_GET_OVERVIEW, Arguments())

    def get_daily(
        self, *, from_: date | MISSING = MISSING, to: date | MISSING = MISSING, subsequence_id: str | MISSING = MISSING
    ) -> DailyAnalyticsResponse:
        """Get the daily figures of the workspace.

        Returns one entry per day for all campaigns together, oldest first. Without a range it
        covers the last 30 days. For a single subsequence, a reply counts on the day of the reply to
        that subsequence.

        Args:
            from_: The first day. It is 30 days ago when omitted.
            to: The last day. It is today when omitted.
            subsequence_id: Narrows the figures to one subsequence by its ID, or to the main
                sequence with the word `main`. Omitted, the main sequence and all subsequences count
                together.

        Returns:
            The days of the range, in ascending order.

        Raises:
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(
            _GET_DAILY, Arguments(query={"from": from_, "to": to, "subsequenceId": subsequence_id})
        )

    def get_campaign(
        self, campaign_id: str, *, from_: date | MISSING = MISSING, to: date | MISSING = MISSING
    ) -> CampaignReportResponse:
        """Get the report of a campaign.

        Reports on one campaign across its main sequence and its subsequences together. The date
        range applies to the sends; a reply counts for a subsequence by the moment at which the lead
        replied to it.

        Args:
            campaign_id: The `_id` of the campaign.
            from_: The first day of the range. Omitted, the range is open at its start; with neither
                end, the report covers all time.
            to: The last day of the range. Omitted, the range is open at its end; with neither end,
                the report covers all time.

        Returns:
            The report.

        Raises:
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(
            _GET_CAMPAIGN, Arguments(path={"campaignId": campaign_id}, query={"from": from_, "to": to})
        )

    def get_campaign_daily(
        self,
        campaign_id: str,
        *,
        from_: date | MISSING = MISSING,
        to: date | MISSING = MISSING,
        subsequence_id: str | MISSING = MISSING,
    ) -> DailyAnalyticsResponse:
        """Get the daily figures of a campaign.

        Returns one entry per day for one campaign, oldest first. Without a range it covers the last
        30 days.

        Args:
            campaign_id: The `_id` of the campaign.
            from_: The first day. It is 30 days ago when omitted.
            to: The last day. It is today when omitted.
            subsequence_id: Narrows the figures to one subsequence by its ID, or to the main
                sequence with the word `main`. Omitted, the main sequence and all subsequences count
                together.

        Returns:
            The days of the range, in ascending order.

        Raises:
            NotFoundError: The campaign does not exist in this workspace.
            UnlistedStatusError: Any other failure.
        """
        return self._client.send(
            _GET_CAMPAIGN_DAILY,
            Arguments(
                path={"campaignId": campaign_id}, query={"from": from_, "to": to, "subsequenceId": subsequence_id}
            ),
        )


class AsyncAnalytics:
    """The analytics of the workspace, and its reports on one campaign."""

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def get_overview(self) -> AnalyticsOverviewResponse:
        """Get the overview of the workspace.

        Arguments, result and errors are those of `Analytics.get_overview`.
        """
        return await self._client.send(_GET_OVERVIEW, Arguments())

    async def get_daily(
        self, *, from_: date | MISSING = MISSING, to: date | MISSING = MISSING, subsequence_id: str | MISSING = MISSING
    ) -> DailyAnalyticsResponse:
        """Get the daily figures of the workspace.

        Arguments, result and errors are those of `Analytics.get_daily`.
        """
        return await self._client.send(
            _GET_DAILY, Arguments(query={"from": from_, "to": to, "subsequenceId": subsequence_id})
        )

    async def get_campaign(
        self, campaign_id: str, *, from_: date | MISSING = MISSING, to: date | MISSING = MISSING
    ) -> CampaignReportResponse:
        """Get the report of a campaign.

        Arguments, result and errors are those of `Analytics.get_campaign`.
        """
        return await self._client.send(
            _GET_CAMPAIGN, Arguments(path={"campaignId": campaign_id}, query={"from": from_, "to": to})
        )

    async def get_campaign_daily(
        self,
        campaign_id: str,
        *,
        from_: date | MISSING = MISSING,
        to: date | MISSING = MISSING,
        subsequence_id: str | MISSING = MISSING,
    ) -> DailyAnalyticsResponse:
        """Get the daily figures of a campaign.

        Arguments, result and errors are those of `Analytics.get_campaign_daily`.
        """
        return await self._client.send(
            _GET_CAMPAIGN_DAILY,
            Arguments(
                path={"campaignId": campaign_id}, query={"from": from_, "to": to, "subsequenceId": subsequence_id}
            ),
        )
